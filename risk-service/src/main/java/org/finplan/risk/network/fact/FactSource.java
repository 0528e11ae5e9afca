package org.finplan.risk.network.fact;

/** Facts that can be gone through kind by kind, as often as they are asked for. */
@FunctionalInterface
public interface FactSource {

    /**
     * The facts of some kinds.
     *
     * @param kinds the kinds
     * @return at least the facts of these kinds; those of a city kind after kind as they were named, those of a kind in the order of their
     *     keys
     */
    Iterable<Fact> of(FactKind... kinds);
}
