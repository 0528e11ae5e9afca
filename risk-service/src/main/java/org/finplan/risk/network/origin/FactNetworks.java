package org.finplan.risk.network.origin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.risk.network.fact.FactSource;
import org.finplan.risk.network.fact.KnownFacts;
import org.finplan.risk.network.snapshot.NetworkKind;
import org.finplan.risk.network.snapshot.NetworkLimits;
import org.finplan.risk.network.snapshot.NetworkSnapshot;
import org.finplan.risk.network.snapshot.Networks;

/** Makes networks from the facts of a city. Works in the transaction of its caller. */
@ApplicationScoped
public class FactNetworks {

    private final KnownFacts facts;
    private final Networks networks;
    private final NetworkLimits limits;

    FactNetworks(KnownFacts facts, Networks networks, NetworkLimits limits) {
        this.facts = facts;
        this.networks = networks;
        this.limits = limits;
    }

    /**
     * A network that was made.
     *
     * @param snapshot as it is to be stored, or is stored
     * @param made as it was made
     * @param facts what it was made from
     */
    public record Made(NetworkSnapshot snapshot, FactNetwork made, FactSource facts) {}

    /**
     * Makes a network without storing it.
     *
     * @param city region code of the city
     * @param kind guarantees, or loans and payables
     * @param on the day that it shows
     * @param knownAt an instant that the clock of the city gave, or an earlier one
     * @param by who makes it
     * @param now when
     * @return the network
     * @throws org.finplan.platform.problem.ProblemException 413 {@code network-too-large} when there are more firms or edges than are taken
     */
    public Made make(String city, NetworkKind kind, LocalDate on, Instant knownAt, String by, Instant now) {
        FactSource known = facts.of(city, knownAt);
        FactNetwork made = FactNetwork.of(kind, on, known, limits);
        NetworkSnapshot snapshot = new NetworkSnapshot(
                Identifiers.next(), city, made.content(), made.parallel(), made.notInForceCount(), by, now);
        return new Made(snapshot, made, known);
    }

    /**
     * Stores a network that was made.
     *
     * @param made the network
     * @return it as it is stored; the same city, kind, day and instant give the same one
     */
    public Made keep(Made made) {
        return new Made(networks.keep(made.snapshot()), made.made(), made.facts());
    }
}
