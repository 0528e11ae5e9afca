package org.finplan.risk.report.source;

import java.time.LocalDate;

/**
 * How a source delivers by periods.
 *
 * @param institution code of the institution that it delivers for
 * @param source its code
 * @param frequency how often
 * @param graceDays days after the end of a period before it is late
 * @param since day from which it delivers
 */
record PeriodicSource(String institution, String source, Frequency frequency, int graceDays, LocalDate since) {

    /** {@return whether a delivery of this source comes after it was due} */
    boolean isLate(Receipt receipt, LocalDate today) {
        LocalDate end = receipt.period().end();
        return source.equals(receipt.source())
                && institution.equals(receipt.institution())
                && frequency.type() == receipt.period().type()
                && !end.isBefore(since)
                && end.plusDays(graceDays).isBefore(today);
    }
}
