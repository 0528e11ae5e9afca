package org.finplan.indicators.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a figure says of its series. Figures of different kinds are different facts. The wire has {@link #code()}. */
public enum ObservationKind {
    /** The figure itself. */
    LEVEL,
    /** Growth on the same period of the year before, in percent. */
    GROWTH,
    /** Growth on the same period of the year before on comparable prices, in percent; never the same as {@link #GROWTH}. */
    GROWTH_COMPARABLE_PRICES,
    /** Average growth a year over a span, in percent. */
    AVERAGE_GROWTH,
    /** Difference to an earlier period, in the unit of the series or in percentage points. */
    CHANGE,
    /** Sum since a start. */
    CUMULATIVE,
    /** Part of a whole, in percent. */
    SHARE,
    /** Place in an order, 1 is best; stored only, never added or averaged. */
    RANK,
    /** What somebody aims at, as printed; judged targets are kept apart. */
    TARGET,
    /** Part of a larger growth, in percentage points. */
    GROWTH_CONTRIBUTION;

    private static final Map<String, ObservationKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(ObservationKind::code, Function.identity()));

    private final String code = name().toLowerCase(Locale.ROOT);

    /**
     * Finds a kind by its code.
     *
     * @param code such as {@code average_growth}
     * @return the kind, empty when there is none
     */
    public static Optional<ObservationKind> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** {@return the codes that a report may use: all but targets} */
    public static List<String> reportable() {
        return Arrays.stream(values())
                .filter(kind -> kind != TARGET)
                .map(ObservationKind::code)
                .toList();
    }

    /** {@return the name on the wire} */
    public String code() {
        return code;
    }
}
