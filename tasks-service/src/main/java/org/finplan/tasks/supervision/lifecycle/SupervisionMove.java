package org.finplan.tasks.supervision.lifecycle;

import java.util.Locale;

/** What people do to a supervised matter, in the order in which it usually comes. */
public enum SupervisionMove {
    /** Gives it to its unit (交办). */
    ASSIGN,
    /** The unit receipts it (签收). */
    ACKNOWLEDGE,
    /** The unit answers with evidence (反馈). */
    REPLY,
    /** Somebody else takes the answer or returns it (核查). */
    VERIFY,
    /** Ends it (办结). */
    CLOSE,
    /** Scores it (考评). */
    SCORE,
    /** Reminds the unit beyond what the ladder does (催办), or writes a letter (督办函). */
    URGE,
    /** Asks that the clock stands while somebody outside is waited for. */
    SUSPEND,
    /** Grants or refuses that. */
    DECIDE_SUSPENSION,
    /** Lets the clock go on, or takes the question back. */
    RESUME,
    /** Asks for more time. */
    REQUEST_EXTENSION,
    /** Grants or refuses more time. */
    DECIDE_EXTENSION;

    /** {@return the name of the custom method, and in {@code allowedActions}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
