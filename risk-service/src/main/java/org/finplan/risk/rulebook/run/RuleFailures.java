package org.finplan.risk.rulebook.run;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.alert.AlertRaisingService;
import org.finplan.risk.alert.FollowedAlerts;
import org.finplan.risk.job.JobState;
import org.finplan.risk.rule.Figure;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Rule;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rule.WarningPolicy;
import org.finplan.risk.rulebook.ActiveRules;
import org.finplan.risk.rulebook.definition.RuleDefinition;

/** Writes down that rules failed, and raises an alert about each: nobody is watched by a rule that does not run. */
@ApplicationScoped
class RuleFailures {

    /** A rule that does not run watches nobody, which is graver than a figure near its limit. */
    private static final Level LEVEL = Level.ORANGE;

    private static final String UNIT = "INSTITUTION";

    private final RuleRunRepository runs;
    private final AlertRaisingService alerts;
    private final FollowedAlerts followed;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final EveryRegion everyRegion;
    private final Caller caller;
    private final Clock clock;

    RuleFailures(
            RuleRunRepository runs,
            AlertRaisingService alerts,
            FollowedAlerts followed,
            PlanRegister plans,
            RegionScope scope,
            EveryRegion everyRegion,
            Caller caller,
            Clock clock) {
        this.runs = runs;
        this.alerts = alerts;
        this.followed = followed;
        this.plans = plans;
        this.scope = scope;
        this.everyRegion = everyRegion;
        this.caller = caller;
        this.clock = clock;
    }

    /** Rules failed when a report was judged, in its transaction. */
    void afterReport(UUID cause, ActiveRules.Book book, Tally tally) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RuleRun run = new RuleRun(
                cause,
                JobState.DONE.code(),
                1,
                new RuleRun.Checkpoint(0, 0),
                book.number(),
                "report",
                caller.subject(),
                now,
                now,
                new RuleRun.Result(
                        tally.judged(),
                        tally.results(),
                        tally.changed(),
                        tally.warned(),
                        tally.failures(),
                        book.unreadable()));
        String city = scope.city().orElse(null);
        runs.insertEnded(run, city);
        everyRegion.run(() -> cities(city).forEach(one -> raise(one, book, tally.failures(), cause)));
    }

    /** A run over all has ended: alerts are raised about rules that failed, and closed about those that did not. */
    void afterRun(RuleRunRepository.Bound bound, ActiveRules.Book book, Tally tally) {
        UUID cause = bound.run().id();
        Map<String, Integer> failing = new TreeMap<>(tally.failures());
        book.unreadable().forEach(rule -> failing.put(rule, tally.judged()));
        everyRegion.run(() -> cities(bound.city()).forEach(city -> {
            raise(city, book, failing, cause);
            List<String> sound = new ArrayList<>(followed.open(Subject.FailedRule.RULE, city));
            sound.removeAll(failing.keySet());
            sound.forEach(rule -> follow(city, book, rule, 0, cause));
        }));
    }

    private Collection<String> cities(@Nullable String city) {
        return city == null ? plans.regions().cities() : List.of(city);
    }

    private void raise(String city, ActiveRules.Book book, Map<String, Integer> failing, UUID cause) {
        failing.forEach((rule, institutions) -> follow(city, book, rule, institutions, cause));
    }

    private void follow(String city, ActiveRules.Book book, String rule, int institutions, UUID cause) {
        LocalizedText title = new LocalizedText("规则 " + rule + " 无法执行", "Rule " + rule + " cannot be run");
        int version = book.find(rule).map(RuleDefinition::version).orElse(1);
        Verdict verdict = institutions > 0 || book.unreadable().contains(rule)
                ? new Verdict.Breached(
                        LEVEL,
                        new LocalizedText(
                                title.zh() + "，涉及机构 " + institutions + " 家",
                                title.en() + ", on " + institutions + " institutions"))
                : new Verdict.Clear(new LocalizedText("规则 " + rule + " 已恢复执行", "Rule " + rule + " runs again"));
        Finding finding = new Finding(
                new Subject.FailedRule(Rule.PLAN, rule, city),
                version,
                Period.ofMonth(YearMonth.from(BusinessTime.today(clock))).text(),
                Figure.reckoned(BigDecimal.valueOf(institutions)),
                Figure.reckoned(BigDecimal.ZERO),
                BigDecimal.valueOf(institutions),
                UNIT,
                null,
                cause,
                verdict);
        alerts.follow(version, finding.subject(), WarningPolicy.IMMEDIATE, List.of(finding), title, cause);
    }
}
