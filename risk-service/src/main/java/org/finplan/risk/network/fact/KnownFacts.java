package org.finplan.risk.network.fact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What others may ask of the facts. Works in the transaction of its caller. */
@ApplicationScoped
public class KnownFacts {

    private final FactRepository facts;

    KnownFacts(FactRepository facts) {
        this.facts = facts;
    }

    /**
     * The facts of a city that were not taken back, as they were known.
     *
     * @param city region code of the city, within what the transaction may read
     * @param at the instant, one that {@link CityClock#tick} gave or an earlier one
     * @return the facts, to be gone through within the transaction
     */
    public FactSource of(String city, Instant at) {
        return new CityFacts(facts, city, at);
    }
}
