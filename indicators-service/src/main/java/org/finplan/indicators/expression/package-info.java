/**
 * The language of formulas: reading, writing, checking the units and evaluating an expression. Plain Java on exact decimals;
 * what the references stand for is given from outside. The language is described in {@code docs/derived.md}.
 */
package org.finplan.indicators.expression;
