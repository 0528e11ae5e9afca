package org.finplan.risk.report.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.period.PeriodType;

/** How often a periodic source delivers. */
enum Frequency {
    /** For each month. */
    MONTH("month", PeriodType.MONTH),
    /** For each quarter. */
    QUARTER("quarter", PeriodType.QUARTER),
    /** For each half of a year. */
    HALF_YEAR("half-year", PeriodType.HALF),
    /** For each year. */
    YEAR("year", PeriodType.YEAR);

    private final String code;
    private final PeriodType type;

    Frequency(String code, PeriodType type) {
        this.code = code;
        this.type = type;
    }

    String code() {
        return code;
    }

    /** {@return the form of the periods that it delivers for} */
    PeriodType type() {
        return type;
    }

    static Optional<Frequency> find(String code) {
        return Arrays.stream(values())
                .filter(frequency -> frequency.code.equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Frequency::code).toList();
    }
}
