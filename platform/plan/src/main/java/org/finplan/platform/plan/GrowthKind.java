package org.finplan.platform.plan;

import java.util.Locale;

/** How a printed growth compounds. */
public enum GrowthKind {
    /** Percent a year on the value of the year before. */
    COMPOUND_PERCENT_PER_YEAR,
    /** Percentage points added a year. */
    PERCENTAGE_POINTS_PER_YEAR,
    /** Things added a year. */
    COUNT_PER_YEAR,
    /** Held against a benchmark, without a number. */
    RELATIVE;

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
