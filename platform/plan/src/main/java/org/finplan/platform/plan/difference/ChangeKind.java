package org.finplan.platform.plan.difference;

import java.util.Locale;

/** What happened to a thing from one package to the other. */
public enum ChangeKind {
    /** Only the later package has it. */
    ADDED,
    /** Both have it and say different things. */
    CHANGED,
    /** Only the earlier package has it. */
    REMOVED;

    /** {@return the code, such as {@code added}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
