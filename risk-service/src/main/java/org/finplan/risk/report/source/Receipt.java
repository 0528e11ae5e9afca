package org.finplan.risk.report.source;

import java.time.LocalDate;
import org.finplan.platform.period.Period;

/**
 * A delivery of a source.
 *
 * @param institution code of the institution that it is about
 * @param source code of the source
 * @param period its period
 * @param created number of metrics that were new
 * @param revised number of metrics that have another value
 * @param unchanged number of metrics that say what was there
 */
public record Receipt(String institution, String source, Period period, int created, int revised, int unchanged) {

    /** {@return last day of its period} */
    LocalDate periodEnd() {
        return period.end();
    }
}
