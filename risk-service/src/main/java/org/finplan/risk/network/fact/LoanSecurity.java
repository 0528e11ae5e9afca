package org.finplan.risk.network.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a loan is secured. */
public enum LoanSecurity {
    /** By nothing. */
    CREDIT,
    /** By guarantors. */
    GUARANTEE,
    /** By a mortgage. */
    MORTGAGE,
    /** By a pledge. */
    PLEDGE;

    /** The codes of all. */
    public static final List<String> CODES =
            Arrays.stream(values()).map(LoanSecurity::code).toList();

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
    public static Optional<LoanSecurity> find(String code) {
        return Arrays.stream(values()).filter(own -> own.code().equals(code)).findFirst();
    }
}
