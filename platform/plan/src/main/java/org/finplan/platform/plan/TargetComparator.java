package org.finplan.platform.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a value is held against a target. The name on the wire is {@link #code()}. */
public enum TargetComparator {
    /** At least the target. */
    GE,
    /** More than the target (突破). */
    GT,
    /** At most the target. */
    LE,
    /** Less than the target. */
    LT,
    /** Exactly the number as printed in prose; met from the number on. */
    EQ,
    /** Strives for the target (争取达到); met from the target on. */
    AIM,
    /** Inside a band: at least its lower end, at most its upper. */
    BETWEEN,
    /** Less than a benchmark of the same period. */
    LT_BENCHMARK,
    /** At least a benchmark of the same period. */
    GE_BENCHMARK,
    /** No number: a person says whether it is met. Package files have no word for it, the kind of the target says it. */
    ASSESSED;

    /**
     * Finds a comparator by its code.
     *
     * @param code such as {@code ge}
     * @return the comparator, empty when there is none
     */
    public static Optional<TargetComparator> find(String code) {
        return Arrays.stream(values())
                .filter(comparator -> comparator.code().equals(code))
                .findFirst();
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether the target is another series' value instead of a number} */
    public boolean isBenchmark() {
        return this == LT_BENCHMARK || this == GE_BENCHMARK;
    }

    /**
     * Whether a value meets a target.
     *
     * @param actual the value
     * @param target the target or the benchmark, in the same unit; of a band the lower end
     * @return whether it is met
     */
    public boolean isMet(BigDecimal actual, BigDecimal target) {
        int sign = actual.compareTo(target);
        return switch (this) {
            case GE, EQ, AIM, BETWEEN, GE_BENCHMARK -> sign >= 0;
            case GT -> sign > 0;
            case LE -> sign <= 0;
            case LT, LT_BENCHMARK -> sign < 0;
            case ASSESSED -> throw new IllegalStateException("a person judges, no number is held against it");
        };
    }

    /**
     * Whether a value meets a target that may be a band.
     *
     * @param actual the value
     * @param target the target; of a band the lower end
     * @param upper the upper end of a band, null for everything else
     * @return whether it is met
     */
    public boolean isMet(BigDecimal actual, BigDecimal target, BigDecimal upper) {
        return isMet(actual, target) && (upper == null || actual.compareTo(upper) <= 0);
    }
}
