package org.finplan.platform.plan.definition;

import java.util.Locale;

/** How far figures on the two sides of a break can be compared. */
public enum Continuity {
    /** They can, as they are. */
    YES,
    /** They can with a factor that was published, or that a published overlap gives. */
    LINKED,
    /** It is not published whether they can. */
    UNCONFIRMED,
    /** They cannot. */
    NO;

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
