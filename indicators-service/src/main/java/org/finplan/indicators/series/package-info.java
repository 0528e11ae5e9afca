/**
 * What a series is: what its figures may look like ({@link org.finplan.indicators.series.SeriesRules}), and how they
 * combine over time, by frequency, by growth, by change, by sum since January. The arithmetic is pure: it knows periods and
 * decimals, not where figures come from. Nothing is ever filled in; what is missing is said.
 */
package org.finplan.indicators.series;
