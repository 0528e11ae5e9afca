package org.finplan.risk.alert.lifecycle;

import java.util.Arrays;
import java.util.List;

/**
 * The closed loop of the plan: warning, handling with feedback, continued monitoring, and back to warning when the cause
 * returns (that way back is taken by {@link VerdictEffect}, never by a person). An alert whose cause is gone may be closed
 * before monitoring, but never without feedback.
 */
public final class LifeCycle {

    private LifeCycle() {}

    /**
     * Answers a move.
     *
     * @param situation the alert
     * @param action the move
     * @return where it leads, or why it does not
     */
    public static Transition move(AlertSituation situation, AlertAction action) {
        AlertState state = situation.state();
        if (action == AlertAction.CLOSE && state != AlertState.CLOSED && !situation.feedback()) {
            return new Transition.FeedbackMissing();
        }
        return switch (action) {
            case ACKNOWLEDGE -> when(state == AlertState.RAISED, AlertState.ACKNOWLEDGED, situation);
            case ORDER_DISPOSAL -> when(state == AlertState.ACKNOWLEDGED, AlertState.DISPOSING, situation);
            case RECORD_FEEDBACK -> when(state == AlertState.DISPOSING, AlertState.DISPOSING, situation);
            case START_MONITORING ->
                state == AlertState.DISPOSING && !situation.feedback()
                        ? new Transition.FeedbackMissing()
                        : when(state == AlertState.DISPOSING, AlertState.MONITORING, situation);
            case CLOSE -> when(mayClose(situation), AlertState.CLOSED, situation);
        };
    }

    /**
     * The moves that a state offers. A move that only waits for feedback is offered where the feedback can come with it,
     * that is for closing.
     *
     * @param situation the alert
     * @return the moves in the order of the loop
     */
    public static List<AlertAction> allowed(AlertSituation situation) {
        return Arrays.stream(AlertAction.values())
                .filter(action -> offers(situation, action))
                .toList();
    }

    private static boolean offers(AlertSituation situation, AlertAction action) {
        return switch (action) {
            case ACKNOWLEDGE -> situation.state() == AlertState.RAISED;
            case ORDER_DISPOSAL -> situation.state() == AlertState.ACKNOWLEDGED;
            case RECORD_FEEDBACK -> situation.state() == AlertState.DISPOSING;
            case START_MONITORING -> situation.state() == AlertState.DISPOSING && situation.feedback();
            case CLOSE -> mayClose(situation);
        };
    }

    private static boolean mayClose(AlertSituation situation) {
        return switch (situation.state()) {
            case MONITORING -> true;
            case ACKNOWLEDGED, DISPOSING -> situation.causeGone();
            case RAISED, CLOSED -> false;
        };
    }

    private static Transition when(boolean allowed, AlertState to, AlertSituation situation) {
        return allowed ? new Transition.Moved(to) : new Transition.NotAllowed(allowed(situation));
    }
}
