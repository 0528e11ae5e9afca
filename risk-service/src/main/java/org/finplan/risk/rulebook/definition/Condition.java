package org.finplan.risk.rulebook.definition;

import java.math.BigDecimal;

/**
 * What must hold of the same figures for a rule to apply at all.
 *
 * @param measure what is measured
 * @param comparator how it is compared
 * @param limit with what, in the unit of the measure
 */
public record Condition(Measure measure, Comparator comparator, BigDecimal limit) {}
