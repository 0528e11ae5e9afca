package org.finplan.indicators.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private static final Map<String, ObservationStatus> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(ObservationStatus::code, Function.identity()));

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /**
     * Finds a status by its code.
     *
     * @param code such as {@code as-published}
     * @return the status, empty when there is none
     */
    public static Optional<ObservationStatus> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** {@return the codes that a report may use: all but computed} */
    public static List<String> codes() {
        return Arrays.stream(values())
                .filter(status -> status != COMPUTED)
                .map(ObservationStatus::code)
                .toList();
    }

    /** {@return the name on the wire} */
    public String code() {
        return code;
    }
}
