package org.finplan.risk.network.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a guarantor stands in. What was not agreed is a general guarantee (Civil Code, article 686). */
public enum GuaranteeForm {
    /** 一般保证: only after the debtor's own assets were enforced upon (article 687). */
    GENERAL,
    /** 连带责任保证: at once (article 688). */
    JOINT_AND_SEVERAL;

    /** The codes of all. */
    public static final List<String> CODES =
            Arrays.stream(values()).map(GuaranteeForm::code).toList();

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
    public static Optional<GuaranteeForm> find(String code) {
        return Arrays.stream(values()).filter(own -> own.code().equals(code)).findFirst();
    }
}
