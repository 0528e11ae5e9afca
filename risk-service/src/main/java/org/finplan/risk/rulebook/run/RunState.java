package org.finplan.risk.rulebook.run;

import java.util.Locale;

/** How far a run is. */
enum RunState {
    /** Asked for; nobody has begun. */
    QUEUED,
    /** Its parts are being judged. */
    RUNNING,
    /** All parts are judged. */
    DONE,
    /** Somebody ended it; what was judged until then stays. */
    CANCELLED,
    /** A part could not be judged; what was judged until then stays. */
    FAILED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isOpen() {
        return this == QUEUED || this == RUNNING;
    }

    static RunState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
