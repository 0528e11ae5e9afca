package org.finplan.indicators.observation;

import org.finplan.platform.period.Period;

/**
 * A series in one region and one calendar year.
 *
 * @param indicator series code
 * @param region region code
 * @param year the calendar year
 */
public record SeriesYear(String indicator, String region, int year) {

    /** {@return the year as a period} */
    Period period() {
        return Period.ofYear(year);
    }
}
