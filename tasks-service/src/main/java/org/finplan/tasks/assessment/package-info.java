/** The tables by which units and regions are assessed, for a year or for the first half of the term: counts, and ratios beside them. */
package org.finplan.tasks.assessment;
