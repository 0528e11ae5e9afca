package org.finplan.indicators.targetsetting;

import java.math.BigDecimal;
import org.finplan.indicators.target.Nature;
import org.finplan.indicators.target.Target;
import org.finplan.platform.plan.TargetComparator;

/**
 * What a target demands: which values meet it, and whether it binds. Plain Java.
 *
 * @param comparator how a value is held against it
 * @param least the least value that meets it, in the unit of the indicator; null when there is none
 * @param most the greatest value that meets it; null when there is none
 * @param binding whether the government answers for it
 */
record Demand(TargetComparator comparator, BigDecimal least, BigDecimal most, boolean binding) {

    static Demand of(Target target) {
        TargetComparator comparator = target.comparator();
        boolean binding = target.nature() == Nature.BINDING;
        return switch (comparator) {
            case GE, GT, EQ, AIM, BETWEEN -> new Demand(comparator, target.value(), target.upper(), binding);
            case LE, LT -> new Demand(comparator, null, target.value(), binding);
            case LT_BENCHMARK, GE_BENCHMARK, ASSESSED -> new Demand(comparator, null, null, binding);
        };
    }

    /**
     * Compares it with another demand of the same place and year.
     *
     * @param other the other
     * @return whether a value could meet it that does not meet the other, or whether it binds less; also when the two cannot
     *     be compared
     */
    boolean isEasierThan(Demand other) {
        if (other.binding && !binding) {
            return true;
        }
        if (comparator.isBenchmark() || other.comparator.isBenchmark()) {
            return comparator != other.comparator;
        }
        return goesBelow(other) || goesAbove(other);
    }

    private boolean goesBelow(Demand other) {
        if (least == null || other.least == null) {
            return other.least != null;
        }
        int sign = least.compareTo(other.least);
        boolean takesTheEnd = comparator != TargetComparator.GT && other.comparator == TargetComparator.GT;
        return sign < 0 || (sign == 0 && takesTheEnd);
    }

    private boolean goesAbove(Demand other) {
        if (most == null || other.most == null) {
            return other.most != null;
        }
        int sign = most.compareTo(other.most);
        boolean takesTheEnd = comparator != TargetComparator.LT && other.comparator == TargetComparator.LT;
        return sign > 0 || (sign == 0 && takesTheEnd);
    }

    /** {@return the values that meet it, for people: {@code ge 40}, {@code between 20 30}, {@code lt_benchmark}} */
    String text() {
        StringBuilder text = new StringBuilder(comparator.code());
        for (BigDecimal end : new BigDecimal[] {least, most}) {
            if (end != null) {
                text.append(' ').append(end.toPlainString());
            }
        }
        return text.toString();
    }
}
