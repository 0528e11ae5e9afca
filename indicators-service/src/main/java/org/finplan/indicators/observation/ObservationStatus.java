package org.finplan.indicators.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How firm a figure is. */
public enum ObservationStatus {
    /** A first figure that will be revised. */
    PRELIMINARY,
    /** As its publisher gave it, without a word on how firm it is. */
    AS_PUBLISHED,
    /** Will not change any more. */
    FINAL,
    /** Computed from other figures, not measured. */
    ESTIMATED,
    /** Computed by a formula of the suite. Nobody reports it. */
    COMPUTED;

    /**
     * Finds a status by its code.
     *
     * @param code such as {@code as-published}
     * @return the status, empty when there is none
     */
    public static Optional<ObservationStatus> find(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values())
                .filter(status -> status != COMPUTED)
                .map(ObservationStatus::code)
                .toList();
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
