package org.finplan.risk.network.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the edges of a network mean. */
public enum NetworkKind {
    /** From guarantor to borrower: the guarantor loses the amount when the borrower fails. */
    GUARANTEE,
    /** From debtor to creditor: the creditor loses the amount when the debtor fails. */
    DEBT;

    /** The codes of all kinds. */
    public static final List<String> CODES =
            Arrays.stream(values()).map(NetworkKind::code).toList();

    /** {@return its name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a kind.
     *
     * @param code its name on the wire
     * @return the kind; empty when none has that name
     */
    public static Optional<NetworkKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
