package org.finplan.risk.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a report is taken. */
enum ReportMode {
    /** All items or none. */
    ATOMIC,
    /** The good items. */
    PARTIAL;

    static final List<String> CODES = List.of(ATOMIC.code(), PARTIAL.code());

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ReportMode> find(String code) {
        return code.equals(ATOMIC.code())
                ? Optional.of(ATOMIC)
                : Optional.of(PARTIAL).filter(mode -> mode.code().equals(code));
    }
}
