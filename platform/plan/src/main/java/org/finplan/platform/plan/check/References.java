package org.finplan.platform.plan.check;

/**
 * What the rows of a package refer to.
 *
 * @param clauses clauses of the plan's text
 * @param regions all regions
 * @param units units of measure
 * @param indicators the rows of the table of indicators
 * @param organisations organisations, none where the package has no register of them
 * @param series all series, those of the indicators and formulas among them
 */
record References(Codes clauses, Codes regions, Codes units, Codes indicators, Codes organisations, Codes series) {}
