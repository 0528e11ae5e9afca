package org.finplan.risk.network.trigger;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.time.BusinessTime;
import org.finplan.risk.alert.AlertRaisingService;
import org.finplan.risk.alert.FollowedAlerts;
import org.finplan.risk.network.fact.CityClock;
import org.finplan.risk.network.fact.FactKind;
import org.finplan.risk.network.origin.FactNetworks;
import org.finplan.risk.network.snapshot.NetworkKind;
import org.finplan.risk.rule.ChainThresholds;
import org.finplan.risk.rule.Figure;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.PlanRules;
import org.finplan.risk.rule.PlanTerms;
import org.finplan.risk.rule.Rule;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rule.WarningPolicy;

/**
 * Applies the rules about guarantee chains to the facts of a city, on a network that is kept when alerts come to rest on it. Works in the
 * transaction of its caller. One alert for each firm and rule, which ends when its cause is gone.
 */
@ApplicationScoped
class ChainJudging {

    private static final String AUTHOR = "guarantee-chains";
    private static final LocalizedText GONE = new LocalizedText("该担保链的触发条件已不再满足。", "The conditions are no longer met.");
    private static final LocalizedText NOT_IN_FORCE =
            new LocalizedText("该规则已不再生效。", "The rule is not in force any more.");

    /** What begins or ends on a day. */
    private static final FactKind[] LASTING = {
        FactKind.EQUITY, FactKind.GUARANTEE, FactKind.LOAN, FactKind.PAYABLE, FactKind.ARREARS
    };

    private final CityClock clock;
    private final FactNetworks networks;
    private final PlanRules rules;
    private final FollowedAlerts followed;
    private final AlertRaisingService alerts;
    private final CarriedAlertRepository carried;

    ChainJudging(
            CityClock clock,
            FactNetworks networks,
            PlanRules rules,
            FollowedAlerts followed,
            AlertRaisingService alerts,
            CarriedAlertRepository carried) {
        this.clock = clock;
        this.networks = networks;
        this.rules = rules;
        this.followed = followed;
        this.alerts = alerts;
        this.carried = carried;
    }

    void judge(String city) {
        Instant now = clock.tick(city);
        LocalDate today = BusinessTime.dayOf(now);
        FactNetworks.Made made = networks.make(city, NetworkKind.GUARANTEE, today, now, AUTHOR, now);
        Map<ChainRule, PlanTerms> terms = terms();
        CarriedTriggers found = CarriedTriggers.of(ChainTriggers.of(
                        made.facts().of(FactKind.FIRM, FactKind.LOAN, FactKind.ARREARS),
                        made.snapshot().content(),
                        thresholds(terms))
                .stream()
                .filter(trigger -> terms.containsKey(trigger.rule()))
                .toList());
        Map<Subject, Subject> roots = new LinkedHashMap<>();
        found.roots().forEach((trigger, root) -> roots.put(subject(city, trigger), subject(city, root)));
        // Before the alerts are raised: what mutes them is asked as they are told.
        carried.replace(city, roots);
        if (!changed(city, today, made.snapshot().id(), found, terms).isEmpty()) {
            UUID kept = networks.keep(made).snapshot().id();
            alerts.follow(changed(city, today, kept, found, terms), kept);
        }
        clock.judged(city, now, NextDay.after(made.facts().of(LASTING), today), versions(terms));
    }

    /** {@return the versions of the rules that are in force, by which a city is to be judged} */
    String rulesInForce() {
        return versions(terms());
    }

    private static String versions(Map<ChainRule, PlanTerms> terms) {
        return terms.entrySet().stream()
                .map(rule -> rule.getKey().code() + "@" + rule.getValue().version())
                .collect(Collectors.joining(" "));
    }

    private static ChainThresholds thresholds(Map<ChainRule, PlanTerms> terms) {
        return terms.values().stream().map(PlanTerms::thresholds).reduce(ChainThresholds.USUAL, ChainThresholds::and);
    }

    /** A rule that is not in force finds nothing, so that its alerts have no cause any more. */
    private Map<ChainRule, PlanTerms> terms() {
        Map<ChainRule, PlanTerms> terms = new EnumMap<>(ChainRule.class);
        for (ChainRule rule : ChainRule.values()) {
            Optional<PlanTerms> inForce = rules.terms(rule.code());
            inForce.ifPresent(own -> terms.put(rule, own));
        }
        return terms;
    }

    private List<AlertRaisingService.Judged> changed(
            String city, LocalDate today, UUID cause, CarriedTriggers found, Map<ChainRule, PlanTerms> terms) {
        FollowedAlerts.Standing standing = followed.of(Subject.NetworkFirm.RULES, city);
        String period = Period.ofMonth(YearMonth.from(today)).text();
        List<AlertRaisingService.Judged> judged = new ArrayList<>();
        Set<String> on = new HashSet<>();
        for (ChainTrigger trigger : found.triggers()) {
            Subject subject = subject(city, trigger);
            on.add(subject.rule() + " " + subject.indicator());
            PlanTerms own = terms.get(trigger.rule());
            Finding finding = new Finding(
                    subject,
                    own.version(),
                    period,
                    Figure.reckoned(trigger.actual()),
                    Figure.reckoned(trigger.expected()),
                    trigger.actual().subtract(trigger.expected()),
                    trigger.rule().unit(),
                    null,
                    cause,
                    own.broken(trigger.step(), trigger.reason()));
            if (!standing.isAsBefore(subject, WarningPolicy.IMMEDIATE, List.of(finding))) {
                judged.add(judged(finding, trigger.rule().title(trigger.name())));
            }
        }
        for (ChainRule rule : ChainRule.values()) {
            LocalizedText reason = terms.containsKey(rule) ? GONE : NOT_IN_FORCE;
            followed.open(rule.code(), city).stream()
                    .filter(firm -> !on.contains(rule.code() + " " + firm))
                    .map(firm -> gone(city, rule, firm, period, cause, reason))
                    .filter(finding ->
                            !standing.isAsBefore(finding.subject(), WarningPolicy.IMMEDIATE, List.of(finding)))
                    .forEach(finding -> judged.add(
                            judged(finding, rule.title(finding.subject().indicator()))));
        }
        return judged;
    }

    private static Finding gone(
            String city, ChainRule rule, String firm, String period, UUID cause, LocalizedText reason) {
        return new Finding(
                new Subject.NetworkFirm(rule.code(), Rule.PLAN, firm, city),
                1,
                period,
                Figure.reckoned(BigDecimal.ZERO),
                null,
                null,
                rule.unit(),
                null,
                cause,
                new Verdict.Clear(reason));
    }

    private static AlertRaisingService.Judged judged(Finding finding, LocalizedText title) {
        return new AlertRaisingService.Judged(
                finding.ruleVersion(), finding.subject(), WarningPolicy.IMMEDIATE, List.of(finding), title);
    }

    private static Subject subject(String city, ChainTrigger trigger) {
        return new Subject.NetworkFirm(trigger.rule().code(), Rule.PLAN, trigger.firm(), city);
    }
}
