package org.finplan.risk.alert.lifecycle;

import org.finplan.risk.rule.Level;

/**
 * What the warning of its rule does to an alert. A level only goes up while an alert is open: people lower it by closing.
 */
public sealed interface VerdictEffect {

    /** There is no alert and none is needed, or it ended and its cause did not come back. */
    record None() implements VerdictEffect {}

    /**
     * A new alert.
     *
     * @param level its level
     */
    record Raise(Level level) implements VerdictEffect {}

    /** Other figures, and nothing changes by them. */
    record Continue() implements VerdictEffect {}

    /**
     * The breach became graver.
     *
     * @param from level before
     * @param to level now
     */
    record RaiseLevel(Level from, Level to) implements VerdictEffect {}

    /** The cause is gone while somebody has charge of the alert: that person closes it. */
    record CauseGone() implements VerdictEffect {}

    /** The cause was gone and is back while somebody has charge of the alert. */
    record CauseBack() implements VerdictEffect {}

    /** The cause went before anybody took charge: the alert ends by itself. */
    record Resolve() implements VerdictEffect {}

    /**
     * A breach after the handling or after the end: the loop starts again.
     *
     * @param level level of the new round
     */
    record Relapse(Level level) implements VerdictEffect {}

    /**
     * The effect of the warning that its periods add up to. A held warning leaves the alert as it is, unless the alert rests on
     * the cause being gone, which a changed report took back.
     *
     * @param before the alert of the subject, or null when there never was one
     * @param warning the warning now
     * @return what becomes of the alert
     */
    static VerdictEffect of(AlertSituation before, Warning warning) {
        boolean held = warning.phase() == WarningPhase.HELD && before != null && !before.causeGone();
        if (warning.isOn() && !held) {
            return breach(before, warning.level());
        }
        if (before == null || before.state() == AlertState.CLOSED) {
            return new None();
        }
        if (held) {
            return new Continue();
        }
        if (before.state() == AlertState.RAISED) {
            return new Resolve();
        }
        return before.causeGone() ? new Continue() : new CauseGone();
    }

    private static VerdictEffect breach(AlertSituation before, Level level) {
        if (before == null) {
            return new Raise(level);
        }
        if (before.state() == AlertState.MONITORING || before.state() == AlertState.CLOSED) {
            return new Relapse(level);
        }
        if (level.isAbove(before.level())) {
            return new RaiseLevel(before.level(), level);
        }
        return before.causeGone() ? new CauseBack() : new Continue();
    }
}
