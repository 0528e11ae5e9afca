package org.finplan.risk.network.fact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.finplan.risk.network.snapshot.NetworkError;

/** What others may ask of the facts. Works in the transaction of its caller. */
@ApplicationScoped
public class KnownFacts {

    private static final int MOST = 200_000;

    private final FactRepository facts;

    KnownFacts(FactRepository facts) {
        this.facts = facts;
    }

    /**
     * The facts of a city that were not taken back, as they were known.
     *
     * @param city region code of the city, within what the transaction may read
     * @param at the instant, one that {@link CityClock#tick} gave or an earlier one
     * @return the facts, in the order of kinds and keys
     * @throws org.finplan.platform.problem.ProblemException 413 {@code network-too-large} when there are more than 200,000
     */
    public List<Fact> of(String city, Instant at) {
        List<Fact> known =
                facts.known(city, at, MOST).stream().map(FactVersion::fact).toList();
        if (known.size() > MOST) {
            throw NetworkError.TOO_LARGE.at("", Integer.toString(known.size()), List.of("0.." + MOST));
        }
        return known;
    }
}
