package org.finplan.risk.alert.lifecycle;

import java.util.Locale;

/** Where a warning stands. */
public enum WarningPhase {
    /** Nothing to warn of, and nothing was. */
    INACTIVE,
    /** The rule is broken, but not for enough periods yet. */
    PENDING,
    /** The rule is broken. */
    FIRING,
    /** The rule was broken and is kept, but not for enough periods or not by far enough yet. */
    HELD,
    /** The rule was broken, and is kept again. */
    RESOLVED;

    /** {@return the name on the wire, also as it is stored} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
