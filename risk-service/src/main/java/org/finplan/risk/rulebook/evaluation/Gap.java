package org.finplan.risk.rulebook.evaluation;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an institution did not report of a period.
 *
 * @param metrics codes of the metrics that are missing
 * @param rules codes of the rules that wait for them
 */
public record Gap(SortedSet<String> metrics, SortedSet<String> rules) {

    /** Nothing yet. */
    public Gap() {
        this(new TreeSet<>(), new TreeSet<>());
    }

    void add(String rule, Collection<String> missing) {
        if (!missing.isEmpty()) {
            metrics.addAll(missing);
            rules.add(rule);
        }
    }
}
