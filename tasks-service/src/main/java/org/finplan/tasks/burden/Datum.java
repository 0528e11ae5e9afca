package org.finplan.tasks.burden;

import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A figure that a demand is about.
 *
 * @param how why it is
 * @param indicator indicator code
 * @param region region code
 * @param period period of a figure that is cited; null when whatever period is meant
 * @param observation what says it already, or null
 * @param others whoever else asks for it or cites it
 */
record Datum(
        How how,
        String indicator,
        String region,
        @Nullable String period,
        @Nullable Said observation,
        List<Other> others) {

    /** Why a demand is about a figure. */
    enum How {
        /** The leaf moves the indicator, or the matter is about it. */
        LINKED,
        /** A report or an answer cites it. */
        CITED
    }

    /** The observation that says a figure, with its newest version and its period. */
    record Said(UUID observation, int version, String period) {}

    /** A leaf or a matter. */
    record Other(DemandKind kind, @Nullable String plan, String id) {}

    /**
     * Finds why the figure is asked for twice. What is linked and said by an observation already is cited, not typed again; one that
     * is cited is asked for twice only when others cite it as well.
     *
     * @return the reasons, empty when it is asked for once
     */
    List<Twice> twice() {
        List<Twice> reasons = new ArrayList<>();
        if (how == How.LINKED && observation != null) {
            reasons.add(Twice.SAID_ALREADY);
        }
        if (!others.isEmpty()) {
            reasons.add(how == How.LINKED ? Twice.ASKED_BY_OTHERS : Twice.CITED_BY_OTHERS);
        }
        return reasons;
    }

    /** Why a figure is asked for twice. */
    enum Twice {
        /** An observation says it. */
        SAID_ALREADY("said-already"),
        /** Another leaf or matter is about it too. */
        ASKED_BY_OTHERS("asked-by-others"),
        /** Another leaf or matter cites it too. */
        CITED_BY_OTHERS("cited-by-others");

        private final String code;

        Twice(String code) {
            this.code = code;
        }

        /** {@return the name on the wire} */
        String code() {
            return code;
        }
    }
}
