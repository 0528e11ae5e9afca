package org.finplan.indicators.reconciliation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.finplan.indicators.series.Rounded;

/**
 * A figure of a whole held against the sum of its parts. Nothing is ever overwritten by a sum. Plain Java.
 *
 * @param state the outcome
 * @param sum sum of the parts that have a figure, for a ratio the one computed from their figures; null without any
 * @param difference whole minus sum; null without both
 * @param tolerance how far rounding alone can take them apart; null without a difference
 * @param missing codes of the parts that the sum needs and that have no figure
 */
record Balance(State state, BigDecimal sum, BigDecimal difference, BigDecimal tolerance, List<String> missing) {

    /** What came out. */
    enum State {
        /** The difference is not larger than rounding can make it. */
        AGREES("agrees"),
        /** It is larger. */
        DIFFERS("differs"),
        /** Parts that the sum needs are missing; sum and difference are those of the parts that are there, if any. */
        INCOMPLETE("incomplete"),
        /** The whole has no figure, or no part has one. */
        NO_DATA("no-data"),
        /** Figures of this kind do not add up, and nothing says how to compute them from others that do. */
        DOES_NOT_ADD_UP("does-not-add-up");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** {@return the name on the wire} */
        String code() {
            return code;
        }
    }

    /** {@return the outcome for figures that do not add up} */
    static Balance none() {
        return new Balance(State.DOES_NOT_ADD_UP, null, null, null, List.of());
    }

    /**
     * Adds parts up.
     *
     * @param whole figure of the whole, or null
     * @param parts figures of the parts that have one
     * @param missing codes of the parts that the sum needs and that have none
     * @return the balance; its tolerance is the rounding of all figures that take part together
     */
    static Balance ofSum(Rounded whole, Collection<Rounded> parts, List<String> missing) {
        BigDecimal sum =
                parts.isEmpty() ? null : parts.stream().map(Rounded::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tolerance = parts.stream()
                .map(Rounded::rounding)
                .reduce(whole == null ? BigDecimal.ZERO : whole.rounding(), BigDecimal::add);
        return of(whole, sum, tolerance, missing);
    }

    /**
     * Holds a ratio against the one computed from the parts.
     *
     * @param whole figure of the whole, or null
     * @param recomputed the ratio of the sums over the parts, or null when one of their figures is missing
     * @param missing codes of the parts that lack one
     * @return the balance, incomplete when anything is missing; its tolerance is the rounding of the whole
     */
    static Balance ofRatio(Rounded whole, BigDecimal recomputed, List<String> missing) {
        if (whole != null && recomputed == null && !missing.isEmpty()) {
            return new Balance(State.INCOMPLETE, null, null, null, missing);
        }
        return of(whole, recomputed, whole == null ? null : whole.rounding(), missing);
    }

    private static Balance of(Rounded whole, BigDecimal sum, BigDecimal tolerance, List<String> missing) {
        if (whole == null || sum == null) {
            return new Balance(State.NO_DATA, sum, null, null, missing);
        }
        BigDecimal difference = whole.value().subtract(sum);
        State state = difference.abs().compareTo(tolerance) <= 0 ? State.AGREES : State.DIFFERS;
        return new Balance(missing.isEmpty() ? state : State.INCOMPLETE, sum, difference, tolerance, missing);
    }
}
