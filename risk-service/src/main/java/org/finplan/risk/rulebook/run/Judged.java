package org.finplan.risk.rulebook.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.platform.period.Period;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.report.CurrentFigures;
import org.finplan.risk.rule.Figure;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Rule;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.judgement.History;
import org.finplan.risk.rulebook.judgement.Judgement;
import org.finplan.risk.rulebook.judgement.Reading;
import org.finplan.risk.rulebook.judgement.Result;

/**
 * An institution that is judged.
 *
 * @param name its name
 * @param history what it reported
 * @param versions the newest version among the figures of each period
 * @param daysLate days that its reports are late, by period
 */
record Judged(String name, History history, Map<Period, Integer> versions, Map<Period, Integer> daysLate) {

    static Judged of(Institution institution, List<CurrentFigures.OfPeriod> figures, Map<Period, Integer> daysLate) {
        List<Reading> readings = figures.stream()
                .map(figure -> new Reading(figure.period(), figure.values()))
                .toList();
        return new Judged(
                institution.name(),
                new History(institution.uscc(), institution.kind(), institution.region(), readings),
                figures.stream()
                        .collect(Collectors.toMap(CurrentFigures.OfPeriod::period, CurrentFigures.OfPeriod::version)),
                daysLate);
    }

    String code() {
        return history.institution();
    }

    /** {@return the finding that a result is, brought by a run or report} */
    Finding finding(RuleDefinition rule, Result result, UUID cause) {
        Judgement judgement = result.judgement();
        boolean compared = judgement.value() != null && judgement.limit() != null;
        return new Finding(
                new Subject.Institution(
                        rule.code(), Rule.PLAN, measured(rule), history.region(), code(), result.counterpart()),
                rule.version(),
                result.period().text(),
                judgement.value() == null
                        ? null
                        : new Figure(
                                judgement.value(), report(result.period()), versions.getOrDefault(result.period(), 0)),
                Figure.reckoned(judgement.limit()),
                compared ? judgement.value().subtract(judgement.limit()) : null,
                judgement.unit(),
                rule.clause(),
                cause,
                judgement.verdict());
    }

    private static String measured(RuleDefinition rule) {
        return rule.signal().measured().map(Measure::text).orElse(rule.code());
    }

    /** The id of what an institution reported of a period, the same however often it is asked for. */
    private UUID report(Period period) {
        return UUID.nameUUIDFromBytes((code() + "/" + period.text()).getBytes(StandardCharsets.UTF_8));
    }
}
