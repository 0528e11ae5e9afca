/**
 * What formulas give: the computation of figures, the recomputation when an input changes, and the explanation of a computed
 * figure beside the delivered one. What is computed is kept as observations of the variant {@code computed}.
 */
package org.finplan.indicators.computed;
