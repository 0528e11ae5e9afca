package org.finplan.risk.network.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a guarantee that several firms gave together counts. The creditor may take any of them in full (Civil Code, article
 * 699), but the loan is lost once: amounts of the worst case are never added up over the guarantors of a contract.
 */
public enum JointGuarantees {
    /** Each guarantor is taken in full. */
    WORST_CASE,
    /** Each pays its share: what was agreed, otherwise the same for all. */
    EXPECTED;

    /** The codes of all. */
    public static final List<String> CODES =
            Arrays.stream(values()).map(JointGuarantees::code).toList();

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
    public static Optional<JointGuarantees> find(String code) {
        return Arrays.stream(values()).filter(own -> own.code().equals(code)).findFirst();
    }

    /**
     * What each edge is worth.
     *
     * @param edges the edges
     * @return their amounts in this view, in the same order
     */
    public double[] amounts(List<FirmEdge> edges) {
        return EdgeColumns.of(edges).amounts(this == EXPECTED);
    }
}
