package org.finplan.risk.alert.lifecycle;

import org.finplan.risk.rule.Level;

/**
 * All of an alert that decides what may become of it.
 *
 * @param state where it stands in the loop
 * @param level how grave it is
 * @param feedback whether feedback on the handling is recorded, or comes with the move
 * @param causeGone whether the newest figure no longer breaks the rule
 */
public record AlertSituation(AlertState state, Level level, boolean feedback, boolean causeGone) {

    /** {@return the same alert with feedback recorded} */
    public AlertSituation withFeedback() {
        return new AlertSituation(state, level, true, causeGone);
    }
}
