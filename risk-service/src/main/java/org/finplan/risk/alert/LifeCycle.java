package org.finplan.risk.alert;

import java.util.Arrays;
import java.util.List;

/**
 * The closed loop of the plan: warning, handling with feedback, continued monitoring, and back to warning when the cause
 * returns (that way back is taken by {@link Course}, never by a person). An alert whose cause is gone may be closed
 * before monitoring, but never without feedback.
 */
final class LifeCycle {

    private LifeCycle() {}

    /**
     * What the life cycle has to know of an alert.
     *
     * @param state where it stands
     * @param feedback whether feedback on the handling is recorded, or comes with the move
     * @param causeGone whether the newest figure no longer breaks the rule
     */
    record Standing(AlertState state, boolean feedback, boolean causeGone) {}

    /**
     * Answers a move.
     *
     * @param standing the alert
     * @param action the move
     * @return where it leads, or why it does not
     */
    static Transition move(Standing standing, AlertAction action) {
        AlertState state = standing.state();
        if (action == AlertAction.CLOSE && state != AlertState.CLOSED && !standing.feedback()) {
            return new Transition.FeedbackMissing();
        }
        return switch (action) {
            case ACKNOWLEDGE -> when(state == AlertState.RAISED, AlertState.ACKNOWLEDGED, standing);
            case ORDER_DISPOSAL -> when(state == AlertState.ACKNOWLEDGED, AlertState.DISPOSING, standing);
            case RECORD_FEEDBACK -> when(state == AlertState.DISPOSING, AlertState.DISPOSING, standing);
            case START_MONITORING ->
                state == AlertState.DISPOSING && !standing.feedback()
                        ? new Transition.FeedbackMissing()
                        : when(state == AlertState.DISPOSING, AlertState.MONITORING, standing);
            case CLOSE -> when(mayClose(standing), AlertState.CLOSED, standing);
        };
    }

    /**
     * The moves that a state offers. A move that only waits for feedback is offered where the feedback can come with it,
     * that is for closing.
     *
     * @param standing the alert
     * @return the moves in the order of the loop
     */
    static List<AlertAction> allowed(Standing standing) {
        return Arrays.stream(AlertAction.values())
                .filter(action -> offers(standing, action))
                .toList();
    }

    private static boolean offers(Standing standing, AlertAction action) {
        return switch (action) {
            case ACKNOWLEDGE -> standing.state() == AlertState.RAISED;
            case ORDER_DISPOSAL -> standing.state() == AlertState.ACKNOWLEDGED;
            case RECORD_FEEDBACK -> standing.state() == AlertState.DISPOSING;
            case START_MONITORING -> standing.state() == AlertState.DISPOSING && standing.feedback();
            case CLOSE -> mayClose(standing);
        };
    }

    private static boolean mayClose(Standing standing) {
        return switch (standing.state()) {
            case MONITORING -> true;
            case ACKNOWLEDGED, DISPOSING -> standing.causeGone();
            case RAISED, CLOSED -> false;
        };
    }

    private static Transition when(boolean allowed, AlertState to, Standing standing) {
        return allowed ? new Transition.Moved(to) : new Transition.NotAllowed(allowed(standing));
    }
}
