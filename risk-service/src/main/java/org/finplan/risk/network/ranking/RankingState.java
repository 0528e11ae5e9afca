package org.finplan.risk.network.ranking;

import java.util.Locale;

/** How far a ranking is. */
enum RankingState {
    /** Ordered; others of the city come first, or nobody has begun. */
    QUEUED,
    /** Failures are being worked out. */
    RUNNING,
    /** The firms stand in their order. */
    DONE,
    /** Somebody ended it; nothing of it stays. */
    CANCELLED,
    /** A part could not be worked out, however often it was tried. */
    FAILED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isOpen() {
        return this == QUEUED || this == RUNNING;
    }

    static RankingState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
