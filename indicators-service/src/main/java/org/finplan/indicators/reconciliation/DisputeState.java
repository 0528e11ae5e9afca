package org.finplan.indicators.reconciliation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the work on a disputed cell stands. */
enum DisputeState {
    /** Somebody has to explain the figure or to correct it. */
    OPEN,
    /** An explanation waits for the city's word. */
    EXPLAINED,
    /** Done: corrected, or the explanation was accepted. */
    CLOSED;

    /** A step that somebody can take. */
    enum Action {
        /** Says why the figure is as it is. */
        EXPLAIN(OPEN, EXPLAINED),
        /** Sends an explanation back. */
        RETURN(EXPLAINED, OPEN),
        /** Ends the work with the explanation. */
        ACCEPT(EXPLAINED, CLOSED),
        /** Ends the work because the figures agree by now. */
        SETTLE(OPEN, CLOSED);

        private final DisputeState from;
        private final DisputeState to;

        Action(DisputeState from, DisputeState to) {
            this.from = from;
            this.to = to;
        }

        /** {@return the state that it leads to} */
        DisputeState to() {
            return to;
        }

        /** {@return the name on the wire} */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@return what can be done from here} */
    List<Action> actions() {
        return Arrays.stream(Action.values())
                .filter(action -> action.from == this)
                .toList();
    }

    static Optional<DisputeState> find(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(DisputeState::code).toList();
    }

    /** {@return the name on the wire} */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
