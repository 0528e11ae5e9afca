/**
 * The language of derived figures: reading, writing, checking the units and working out a formula. Plain Java on exact
 * decimals; what the references stand for is given from outside. The language is described in {@code docs/derived.md}.
 */
package org.finplan.indicators.derived.formula;
