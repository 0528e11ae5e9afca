package org.finplan.risk.rulebook.run;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.risk.rule.Figure;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Rule;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rulebook.ActiveRules;
import org.finplan.risk.rulebook.LocalLimit;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.judgement.Judgement;
import org.finplan.risk.rulebook.judgement.Result;
import org.finplan.risk.rulebook.judgement.RuleEvaluator;
import org.finplan.risk.rulebook.judgement.Surroundings;

/** Applies the rules in force to an institution. A rule that fails is counted and the others go on. */
final class BookJudge {

    private final ActiveRules.Book book;
    private final RegionTree regions;
    private final UUID cause;
    private final Map<String, Map<Period, List<BigDecimal>>> peers;
    private final Failures failures;

    BookJudge(
            ActiveRules.Book book,
            RegionTree regions,
            UUID cause,
            Map<String, Map<Period, List<BigDecimal>>> peers,
            Failures failures) {
        this.book = book;
        this.regions = regions;
        this.cause = cause;
        this.peers = peers;
        this.failures = failures;
    }

    /** {@return what the rules in force find of an institution, scores last} */
    List<Finding> judge(Judged institution) {
        List<Finding> findings = new ArrayList<>();
        Map<Period, Map<String, Level>> found = new HashMap<>();
        for (RuleDefinition rule : rules(institution, false)) {
            for (Result result : evaluated(rule, institution, surroundings(rule, institution, Map.of()))) {
                result.judgement().verdict().warning().ifPresent(level -> found.computeIfAbsent(
                                result.period(), any -> new HashMap<>())
                        .merge(rule.code(), level, (one, other) -> one.isAbove(other) ? one : other));
                findings.add(finding(rule, institution, result));
            }
        }
        for (RuleDefinition rule : rules(institution, true)) {
            evaluated(rule, institution, surroundings(rule, institution, found))
                    .forEach(result -> findings.add(finding(rule, institution, result)));
        }
        return findings;
    }

    private List<RuleDefinition> rules(Judged institution, boolean scores) {
        return book.rules().stream()
                .filter(rule -> rule.kinds().contains(institution.history().kind()))
                .filter(rule -> (rule.signal() instanceof Signal.OfComposite) == scores)
                .filter(rule -> !(rule.signal() instanceof Signal.OfPeers) || peers.containsKey(rule.code()))
                .toList();
    }

    private List<Result> evaluated(RuleDefinition rule, Judged institution, Surroundings around) {
        try {
            return RuleEvaluator.evaluate(rule, institution.history(), around);
        } catch (RuntimeException failed) {
            failures.add(rule, institution.history().institution(), failed);
            return institution.figures().stream()
                    .map(figure -> new Result(null, figure.period(), failed(rule)))
                    .toList();
        }
    }

    private static Judgement failed(RuleDefinition rule) {
        LocalizedText reason =
                new LocalizedText(rule.name().zh() + "：规则执行失败", rule.name().en() + ": the rule failed to run");
        return new Judgement(new Verdict.Undecided("rule-failed", reason), null, null, unit(rule), false);
    }

    private static String unit(RuleDefinition rule) {
        return rule.signal().measured().map(Measure::unit).orElse("POINT");
    }

    private Surroundings surroundings(RuleDefinition rule, Judged institution, Map<Period, Map<String, Level>> found) {
        String region = institution.history().region();
        Map<String, List<Limit>> stricter = book.local().stream()
                .filter(limit -> limit.rule().equals(rule.code())
                        && limit.binds(institution.history().institution(), region, regions))
                .collect(Collectors.groupingBy(
                        LocalLimit::loanClass, Collectors.mapping(LocalLimit::limit, Collectors.toList())));
        return new Surroundings(stricter, peers.getOrDefault(rule.code(), Map.of()), found, institution.daysLate());
    }

    private Finding finding(RuleDefinition rule, Judged institution, Result result) {
        Judgement judgement = result.judgement();
        String uscc = institution.history().institution();
        String period = result.period().text();
        BigDecimal gap = judgement.value() == null || judgement.limit() == null
                ? null
                : judgement.value().subtract(judgement.limit());
        return new Finding(
                new Subject.Institution(
                        rule.code(),
                        Rule.PLAN,
                        measured(rule),
                        institution.history().region(),
                        uscc,
                        result.counterpart()),
                rule.version(),
                period,
                judgement.value() == null
                        ? null
                        : new Figure(judgement.value(), report(uscc, period), institution.version(period)),
                Figure.reckoned(judgement.limit()),
                gap,
                judgement.unit(),
                rule.clause(),
                cause,
                judgement.verdict());
    }

    private static String measured(RuleDefinition rule) {
        return rule.signal().measured().map(Measure::text).orElse(rule.code());
    }

    /** The id of what an institution reported of a period, the same however often it is asked for. */
    private static UUID report(String uscc, String period) {
        return UUID.nameUUIDFromBytes((uscc + "/" + period).getBytes(StandardCharsets.UTF_8));
    }
}
