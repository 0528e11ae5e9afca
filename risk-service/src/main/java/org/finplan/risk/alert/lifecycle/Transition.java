package org.finplan.risk.alert.lifecycle;

import java.util.List;

/** The answer of the life cycle to a move that a person asks for. */
public sealed interface Transition {

    /**
     * The move is made.
     *
     * @param to state after it
     */
    record Moved(AlertState to) implements Transition {}

    /** The move would end or pass the handling, and nobody recorded what came of it. */
    record FeedbackMissing() implements Transition {}

    /**
     * The state does not allow the move.
     *
     * @param allowed what it allows instead
     */
    record NotAllowed(List<AlertAction> allowed) implements Transition {
        public NotAllowed {
            allowed = List.copyOf(allowed);
        }
    }
}
