package org.finplan.risk.rulebook.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.platform.period.Period;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.judgement.Reading;
import org.finplan.risk.rulebook.judgement.Result;

/** Gathers what is missing of what an institution reported. */
final class Gaps {

    private static final String CONDITION_UNKNOWN = "condition-unknown";

    private final List<Reading> readings;
    private final Map<Period, Gap> byPeriod = new TreeMap<>();

    Gaps(List<Reading> readings) {
        this.readings = readings;
    }

    Map<Period, Gap> all() {
        return byPeriod;
    }

    /** A rule needs some metrics of a period. */
    void add(RuleDefinition rule, Reading reading, Collection<String> needed) {
        List<String> missing = Needs.missing(needed, reading.values());
        if (!missing.isEmpty()) {
            gap(reading.period()).add(rule.code(), missing);
        }
    }

    /** A result says that something is missing, or says nothing of it. */
    void note(RuleDefinition rule, Result result) {
        Verdict verdict = result.judgement().verdict();
        if (verdict instanceof Verdict.NotAssessable) {
            add(rule, result.period(), Needs.of(rule, result.counterpart()));
        } else if (verdict.obstacle().filter(CONDITION_UNKNOWN::equals).isPresent()) {
            add(rule, result.period(), Needs.ofConditions(rule));
        }
    }

    private void add(RuleDefinition rule, Period period, Collection<String> needed) {
        readings.stream()
                .filter(reading -> reading.period().equals(period))
                .forEach(reading -> add(rule, reading, needed));
    }

    /** Of a period that is late, and of which nothing is there yet, a rule needs all its metrics. */
    void addOverdue(RuleDefinition rule, Map<Period, Integer> daysLate) {
        daysLate.forEach((period, days) -> {
            boolean reported = days <= 0
                    || readings.stream().anyMatch(reading -> reading.period().equals(period));
            Collection<String> needed = Needs.of(rule, null);
            if (!reported && !needed.isEmpty()) {
                gap(period).add(rule.code(), needed);
            }
        });
    }

    private Gap gap(Period period) {
        return byPeriod.computeIfAbsent(period, any -> new Gap());
    }
}
