package org.finplan.risk.notice.lifecycle;

import java.util.Locale;

/** What may be done to a notice. */
public enum NoticeAction {
    /** Changes a draft. */
    REVISE,
    /** Publishes on one more channel, or on several. */
    PUBLISH,
    /** Takes it back on all channels. */
    WITHDRAW;

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
