package org.finplan.risk.notice;

import java.util.Locale;

/** What may be done to a notice. */
enum NoticeAction {
    /** Changes a draft. */
    REVISE,
    /** Publishes on one more channel, or on several. */
    PUBLISH,
    /** Takes it back on all channels. */
    WITHDRAW;

    /** {@return the name on the wire} */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
