package org.finplan.platform.period;

/** The forms of a period. The name on the wire is {@link #code()}. */
public enum PeriodType {
    /** A calendar year, {@code 2025}. */
    YEAR("year"),
    /** Half a year, {@code 2025-S1}. */
    HALF("half"),
    /** A quarter, {@code 2025-Q3}. */
    QUARTER("quarter"),
    /** A month, {@code 2025-09}. */
    MONTH("month"),
    /** From January to the end of a month, {@code 2025-09-YTD}. */
    YEAR_TO_DATE("year-to-date"),
    /** A day, {@code 2025-09-30}. */
    DAY("day"),
    /** From the start of one year, month or day to the end of another of the same form, {@code 2016/2020}. */
    RANGE("range");

    private final String code;

    PeriodType(String code) {
        this.code = code;
    }

    /** {@return the name on the wire} */
    public String code() {
        return code;
    }
}
