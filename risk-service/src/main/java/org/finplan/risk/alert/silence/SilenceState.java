package org.finplan.risk.alert.silence;

import java.util.Locale;

/** Where a silence stands at an instant. */
enum SilenceState {
    /** It silences levels above orange, and no second person has approved it. */
    AWAITING_APPROVAL,
    /** It has not begun. */
    SCHEDULED,
    /** It mutes. */
    IN_FORCE,
    /** Its time is over, or somebody ended it. */
    ENDED;

    /** {@return the name on the wire} */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
