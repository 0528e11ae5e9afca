package org.finplan.indicators.series;

import java.math.BigDecimal;
import java.util.List;
import org.finplan.platform.period.Period;

/**
 * A value that was computed, or why there is none.
 *
 * @param period the period it is about
 * @param value the value; null when something is missing
 * @param inputs origins of the values that went into it
 * @param missing periods without a value that it needs
 * @param gap why there is no value, or null
 * @param <T> origins
 */
public record Computed<T>(Period period, BigDecimal value, List<T> inputs, List<Period> missing, Gap gap) {

    /** Why there is no value. */
    public enum Gap {
        /** A part has no value. */
        PART_MISSING("part-missing"),
        /** The same period of the year before has no value. */
        BASE_MISSING("base-missing"),
        /** Growth on zero or on a negative value says nothing. */
        BASE_NOT_POSITIVE("base-not-positive"),
        /** The definition of the series changed between its inputs, and figures before and after cannot be compared. */
        NOT_COMPARABLE("not-comparable");

        private final String code;

        Gap(String code) {
            this.code = code;
        }

        /** {@return the name on the wire} */
        public String code() {
            return code;
        }
    }

    public Computed {
        inputs = List.copyOf(inputs);
        missing = List.copyOf(missing);
    }

    static <T> Computed<T> value(Period period, BigDecimal value, List<T> inputs) {
        return new Computed<>(period, value, inputs, List.of(), null);
    }

    static <T> Computed<T> without(Period period, List<T> inputs, List<Period> missing, Gap gap) {
        return new Computed<>(period, null, inputs, missing, gap);
    }
}
