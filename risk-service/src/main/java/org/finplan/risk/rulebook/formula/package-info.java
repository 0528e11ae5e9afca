/** Formulas over reported metrics: read from text, checked against the metrics of a kind, reckoned without rounding. */
package org.finplan.risk.rulebook.formula;
