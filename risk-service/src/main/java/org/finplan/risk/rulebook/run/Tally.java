package org.finplan.risk.rulebook.run;

import java.util.Map;
import java.util.TreeMap;

/**
 * What came of judging some institutions.
 *
 * @param judged institutions judged
 * @param results results, one for each rule, counterpart and period
 * @param changed findings that are not as they were
 * @param warned subjects whose newest finding warns
 * @param failures how many institutions each rule failed on, by its code
 */
record Tally(int judged, long results, int changed, int warned, Map<String, Integer> failures) {

    static final Tally NONE = new Tally(0, 0, 0, 0, Map.of());

    Tally plus(Tally other) {
        Map<String, Integer> both = new TreeMap<>(failures);
        other.failures.forEach((rule, count) -> both.merge(rule, count, Integer::sum));
        return new Tally(
                judged + other.judged, results + other.results, changed + other.changed, warned + other.warned, both);
    }
}
