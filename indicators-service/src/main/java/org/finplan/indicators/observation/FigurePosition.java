package org.finplan.indicators.observation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The position of a figure in the order of what figures are about, which is that of the primary key.
 *
 * @param indicator series code
 * @param region region code
 * @param kind code of its kind
 * @param end last day that it is about
 * @param start first day that it is about
 * @param variant its variant
 */
public record FigurePosition(
        String indicator, String region, String kind, LocalDate end, LocalDate start, String variant) {

    private static final int PARTS = 6;

    /**
     * The position of a figure.
     *
     * @param key what it is about
     * @return its position
     */
    public static FigurePosition of(ObservationKey key) {
        return new FigurePosition(
                key.indicator(), key.region(), key.kind().code(), key.end(), key.start(), key.variant());
    }

    /**
     * Reads a position from a cursor.
     *
     * @param keys its parts
     * @return the position, empty when the parts name none
     */
    public static Optional<FigurePosition> of(List<String> keys) {
        if (keys.size() != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FigurePosition(
                    keys.get(0),
                    keys.get(1),
                    keys.get(2),
                    LocalDate.parse(keys.get(3)),
                    LocalDate.parse(keys.get(4)),
                    keys.get(5)));
        } catch (DateTimeException foreign) {
            return Optional.empty();
        }
    }

    /** {@return its parts, for a cursor} */
    public String[] keys() {
        return new String[] {indicator, region, kind, end.toString(), start.toString(), variant};
    }
}
