package org.finplan.tasks.supervision.lifecycle;

import java.util.Arrays;
import java.util.List;

/**
 * The life of a supervised matter: registered, assigned, acknowledged, answered, verified, closed, scored; an answer that is
 * returned leads back to acknowledged. Who may make a move is asked apart from it.
 */
public final class LifeCycle {

    private LifeCycle() {}

    /**
     * Whether a move is possible.
     *
     * @param situation the matter
     * @param move the move
     * @return whether it is
     */
    public static boolean allows(Situation situation, SupervisionMove move) {
        SupervisionState state = situation.state();
        return switch (move) {
            case ASSIGN -> state == SupervisionState.REGISTERED || state == SupervisionState.ASSIGNED;
            case ACKNOWLEDGE -> state == SupervisionState.ASSIGNED;
            case REPLY -> state == SupervisionState.ACKNOWLEDGED && !situation.stands();
            case VERIFY -> state == SupervisionState.ANSWERED;
            case CLOSE -> state == SupervisionState.VERIFIED && !situation.extensionAsked();
            case SCORE -> state == SupervisionState.CLOSED;
            case URGE -> state.isWithUnit() && !situation.stands();
            case SUSPEND ->
                state == SupervisionState.ACKNOWLEDGED && !situation.stands() && !situation.suspensionAsked();
            case DECIDE_SUSPENSION -> situation.suspensionAsked();
            case RESUME -> state.isOpen() && (situation.stands() || situation.suspensionAsked());
            case REQUEST_EXTENSION -> state.isWithUnit() && !situation.extensionAsked();
            case DECIDE_EXTENSION -> state.isOpen() && situation.extensionAsked();
        };
    }

    /**
     * The moves that are possible.
     *
     * @param situation the matter
     * @return the moves in their order
     */
    public static List<SupervisionMove> allowed(Situation situation) {
        return Arrays.stream(SupervisionMove.values())
                .filter(move -> allows(situation, move))
                .toList();
    }

    /**
     * The state after a move that is possible.
     *
     * @param state the state before
     * @param move the move
     * @param accepted whether an answer that is checked is taken; of no account for other moves
     * @return the state after it
     */
    public static SupervisionState after(SupervisionState state, SupervisionMove move, boolean accepted) {
        return switch (move) {
            case ASSIGN -> SupervisionState.ASSIGNED;
            case ACKNOWLEDGE -> SupervisionState.ACKNOWLEDGED;
            case REPLY -> SupervisionState.ANSWERED;
            case VERIFY -> accepted ? SupervisionState.VERIFIED : SupervisionState.ACKNOWLEDGED;
            case CLOSE -> SupervisionState.CLOSED;
            case SCORE -> SupervisionState.SCORED;
            default -> state;
        };
    }
}
