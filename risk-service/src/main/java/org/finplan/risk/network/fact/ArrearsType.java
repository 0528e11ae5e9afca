package org.finplan.risk.network.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a firm did not pay (四欠). */
public enum ArrearsType {
    /** 欠薪. */
    WAGES,
    /** 欠税. */
    TAXES,
    /** 欠息. */
    INTEREST,
    /** 欠费. */
    FEES;

    /** The codes of all. */
    public static final List<String> CODES =
            Arrays.stream(values()).map(ArrearsType::code).toList();

    /** {@return its name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds one.
     *
     * @param code its name on the wire
     * @return it; empty when none has that name
     */
    public static Optional<ArrearsType> find(String code) {
        return Arrays.stream(values()).filter(own -> own.code().equals(code)).findFirst();
    }
}
