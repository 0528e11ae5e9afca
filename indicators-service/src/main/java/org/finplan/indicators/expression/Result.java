package org.finplan.indicators.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a formula gives: a value, or what is missing for one. Never both, never neither.
 *
 * @param value the value with up to 34 digits, or null
 * @param missing what is missing; empty with a value
 */
public record Result(BigDecimal value, List<Missing> missing) {

    /** Checks that there is a value or a gap. */
    public Result {
        missing = List.copyOf(missing);
        if ((value == null) == missing.isEmpty()) {
            throw new IllegalStateException("a result is a value or says what is missing");
        }
    }

    /**
     * A value.
     *
     * @param value the value
     * @return the result
     */
    public static Result of(BigDecimal value) {
        return new Result(value, List.of());
    }

    /**
     * A gap.
     *
     * @param missing what is missing
     * @return the result
     */
    public static Result missing(Missing missing) {
        return new Result(null, List.of(missing));
    }

    /** {@return whether there is a value} */
    public boolean present() {
        return value != null;
    }

    static Result gaps(List<Result> parts) {
        List<Missing> missing = new ArrayList<>();
        for (Result part : parts) {
            part.missing().stream().filter(gap -> !missing.contains(gap)).forEach(missing::add);
        }
        return new Result(null, missing);
    }
}
