package org.finplan.indicators.series;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.finplan.platform.period.PeriodType;

/** How often a series has a value. The name on the wire is {@link #code()}. */
public enum Frequency {
    /** Once a year. */
    YEAR(PeriodType.YEAR),
    /** Twice a year. */
    HALF(PeriodType.HALF),
    /** Four times a year. */
    QUARTER(PeriodType.QUARTER),
    /** Every month. */
    MONTH(PeriodType.MONTH);

    private final PeriodType period;

    Frequency(PeriodType period) {
        this.period = period;
    }

    /**
     * Finds a frequency by its code.
     *
     * @param code such as {@code quarter}
     * @return the frequency, empty when there is none
     */
    public static Optional<Frequency> find(String code) {
        return Arrays.stream(values())
                .filter(frequency -> frequency.code().equals(code))
                .findFirst();
    }

    /** {@return all codes} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Frequency::code).toList();
    }

    /** {@return the form of its periods} */
    public PeriodType period() {
        return period;
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
