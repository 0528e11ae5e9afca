package org.finplan.risk.rulebook.judgement;

import java.util.Comparator;
import java.util.List;

/**
 * What an institution reported, all periods.
 *
 * @param institution unified social credit code
 * @param kind kind of institution
 * @param region code of its region
 * @param readings the periods, in any order; kept by kind of period and time
 */
public record History(String institution, String kind, String region, List<Reading> readings) {

    /** Puts periods of one kind together, the oldest first. */
    public History {
        readings = readings.stream()
                .sorted(Comparator.comparing(
                                (Reading reading) -> reading.period().type())
                        .thenComparing(reading -> reading.period().start()))
                .toList();
    }
}
