/**
 * How figures of one series combine over time: by frequency, by growth, by change, by sum since January. Pure: it knows
 * periods and decimals, not where figures come from. Nothing is ever filled in; what is missing is said.
 */
package org.finplan.indicators.series;
