/** How units and regions did in a period, with the counts that it follows from. */
package org.finplan.tasks.supervision.scorecard;
