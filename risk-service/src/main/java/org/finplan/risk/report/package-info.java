/** What institutions report: metrics by period in versions, read as they were known at any time. */
package org.finplan.risk.report;
