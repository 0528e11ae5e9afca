/** Where the figures of a report contradict each other. */
package org.finplan.risk.report.identity;
