package org.finplan.indicators.due;

import jakarta.annotation.Nullable;
import java.time.Instant;
import org.finplan.platform.period.Period;

/**
 * A figure that a plan asks for by now, whether it is there or not.
 *
 * @param key what it is about
 * @param due its day
 * @param knownSince since when it is there as it is now, with all that it is computed from; null while it is missing
 */
record DueFigure(Key key, DueDay due, @Nullable Instant knownSince) {

    /**
     * What a due figure is about.
     *
     * @param indicator indicator code
     * @param region region code
     * @param period the period
     */
    record Key(String indicator, String region, Period period) {

        /** {@return the series in its region, whatever the period} */
        SeriesInRegion series() {
            return new SeriesInRegion(indicator, region);
        }
    }

    /**
     * A series in a region.
     *
     * @param indicator indicator code
     * @param region region code
     */
    record SeriesInRegion(String indicator, String region) {}

    /** {@return whether nobody has delivered it} */
    boolean missing() {
        return knownSince == null;
    }
}
