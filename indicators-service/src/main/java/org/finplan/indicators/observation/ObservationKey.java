package org.finplan.indicators.observation;

import java.time.LocalDate;

/**
 * What an observation is about. A state at a day has equal days, whatever notation its period was delivered in, so that
 * 2025, 2025-12 and 2025-12-31 are one observation.
 *
 * @param indicator series code
 * @param region region code
 * @param kind what it says of the series
 * @param start first day that it is about
 * @param end last day that it is about
 * @param variant {@link #MAIN}, {@link #COMPUTED}, or the place of a second printed value for the same period
 */
public record ObservationKey(
        String indicator, String region, ObservationKind kind, LocalDate start, LocalDate end, String variant) {

    /** The variant that is judged and that reports revise. */
    public static final String MAIN = "main";

    /** The variant that a formula computes; it counts where there is no {@link #MAIN} one. */
    public static final String COMPUTED = "computed";

    /**
     * The same in another variant.
     *
     * @param other the variant
     * @return the key
     */
    public ObservationKey variant(String other) {
        return new ObservationKey(indicator, region, kind, start, end, other);
    }
}
