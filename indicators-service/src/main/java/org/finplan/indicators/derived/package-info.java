/**
 * Series that are computed from others by formulas: the formulas and their versions, what depends on what, the
 * recomputation when an input changes, and the explanation of a computed figure. What is computed is kept as observations
 * of the variant {@code computed}. The rules are explained in {@code docs/derived.md}.
 */
package org.finplan.indicators.derived;
