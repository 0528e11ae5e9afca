package org.finplan.risk.alert;

import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;

/** How an alert follows the verdicts of its rule. A level only goes up while an alert is open: people lower it by closing. */
final class Course {

    private Course() {}

    /** What a verdict does to an alert. */
    sealed interface Development {

        /** There is no alert and none is needed, or it ended and its cause did not come back. */
        record None() implements Development {}

        /**
         * A new alert.
         *
         * @param level its level
         */
        record Raise(Level level) implements Development {}

        /** Other figures, and nothing changes by them. */
        record Continue() implements Development {}

        /**
         * The breach became graver.
         *
         * @param from level before
         * @param to level now
         */
        record RaiseLevel(Level from, Level to) implements Development {}

        /** The cause is gone while somebody has charge of the alert: that person closes it. */
        record CauseGone() implements Development {}

        /** The cause was gone and is back while somebody has charge of the alert. */
        record CauseBack() implements Development {}

        /** The cause went before anybody took charge: the alert ends by itself. */
        record Resolve() implements Development {}

        /**
         * A breach after the handling or after the end: the loop starts again.
         *
         * @param level level of the new round
         */
        record Relapse(Level level) implements Development {}
    }

    /**
     * Where an alert stands before a verdict.
     *
     * @param state its state
     * @param level its level
     * @param causeGone whether its cause was gone already
     */
    record Before(AlertState state, Level level, boolean causeGone) {}

    /**
     * Follows the verdict on the newest figure that can be judged.
     *
     * @param before the alert of the subject, or null when there never was one
     * @param verdict the verdict, or null when no figure that can be judged is left because all were withdrawn
     * @return what becomes of the alert
     */
    static Development follow(Before before, Verdict verdict) {
        if (verdict instanceof Verdict.Breached breached) {
            return breach(before, breached.level());
        }
        if (before == null || before.state() == AlertState.CLOSED) {
            return new Development.None();
        }
        if (before.state() == AlertState.RAISED) {
            return new Development.Resolve();
        }
        return before.causeGone() ? new Development.Continue() : new Development.CauseGone();
    }

    private static Development breach(Before before, Level level) {
        if (before == null) {
            return new Development.Raise(level);
        }
        if (before.state() == AlertState.MONITORING || before.state() == AlertState.CLOSED) {
            return new Development.Relapse(level);
        }
        if (level.isAbove(before.level())) {
            return new Development.RaiseLevel(before.level(), level);
        }
        return before.causeGone() ? new Development.CauseBack() : new Development.Continue();
    }
}
