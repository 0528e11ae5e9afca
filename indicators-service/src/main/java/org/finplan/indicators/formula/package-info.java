/**
 * The formulas of derived series and their life: how they come in with a plan package or by a caller, are checked, revised
 * and shown. The rules are explained in {@code docs/derived.md}.
 */
package org.finplan.indicators.formula;
