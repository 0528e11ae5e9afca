package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.assessment.InstitutionFindings;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.list.TimePosition;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.WarningPolicy;
import org.finplan.risk.rulebook.ActiveRules;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.judgement.Reading;

/** Runs the rules in force over what institutions reported. */
@ApplicationScoped
public class RuleRunService {

    private static final String ASKED = "asked";
    private static final String REPORT = "report";

    private final ActiveRules active;
    private final JudgedInstitutions institutions;
    private final Institutions register;
    private final InstitutionFindings findings;
    private final RuleRunRepository runs;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    RuleRunService(
            ActiveRules active,
            JudgedInstitutions institutions,
            Institutions register,
            InstitutionFindings findings,
            RuleRunRepository runs,
            PlanRegister plans,
            RegionScope scope,
            Caller caller,
            Clock clock) {
        this.active = active;
        this.institutions = institutions;
        this.register = register;
        this.findings = findings;
        this.runs = runs;
        this.plans = plans;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Judges institutions that reported, in the transaction of the report. Rules that compare with peers wait for the next run
     * over all.
     *
     * @param codes their codes; the caller has locked them
     */
    void afterReport(Collection<String> codes) {
        Progress progress = new Progress(REPORT, Map.of());
        progress.take(institutions.of(codes));
        if (!progress.failures.byRule().isEmpty()) {
            runs.insert(progress.finished(), scope.city().orElse(null));
        }
    }

    /** Judges all institutions that the caller sees; its resource method begins the transaction. */
    RuleRun overAll() {
        Progress progress = new Progress(ASKED, peers());
        institutions.all(some -> {
            register.lock(
                    some.stream().map(judged -> judged.history().institution()).toList());
            progress.take(some);
        });
        RuleRun run = progress.finished();
        runs.insert(run, scope.city().orElse(null));
        return run;
    }

    /** What the rules about peers measure of each institution, by rule and period. */
    private Map<String, Map<Period, List<BigDecimal>>> peers() {
        List<RuleDefinition> rules = active.book().rules().stream()
                .filter(rule -> rule.signal() instanceof Signal.OfPeers)
                .toList();
        Map<String, Map<Period, List<BigDecimal>>> all = new HashMap<>();
        rules.forEach(rule -> all.put(rule.code(), new HashMap<>()));
        institutions.all(some -> some.forEach(judged -> rules.stream()
                .filter(rule -> rule.kinds().contains(judged.history().kind()))
                .forEach(rule ->
                        judged.history().readings().forEach(reading -> measure(rule, reading, all.get(rule.code()))))));
        return all;
    }

    private static void measure(RuleDefinition rule, Reading reading, Map<Period, List<BigDecimal>> into) {
        rule.signal()
                .measured()
                .filter(measure -> measure.missing(reading.values()).isEmpty())
                .ifPresent(measure -> {
                    if (measure.under(reading.values()).signum() > 0) {
                        into.computeIfAbsent(reading.period(), any -> new ArrayList<>())
                                .add(measure.of(reading.values()).rounded());
                    }
                });
    }

    @Transactional
    Page<RuleRun> page(PageParameters paging) {
        TimePosition after = paging.after().map(TimePosition::of).orElse(null);
        List<RuleRun> rows = runs.page(scope.readsEveryCity(), scope.cities(), after, paging.limit() + 1);
        return Page.of(
                rows,
                paging.limit(),
                run -> paging.cursor(run.startedAt().toString(), run.id().toString()),
                null);
    }

    /** A run on its way. */
    private final class Progress {

        private final UUID id = Identifiers.next();
        private final Failures failures = new Failures();
        private final ActiveRules.Book book = active.book();
        private final Instant startedAt = now();
        private final String trigger;
        private final BookJudge judge;
        private int judged;
        private int results;
        private int changed;
        private int warned;

        Progress(String trigger, Map<String, Map<Period, List<BigDecimal>>> peers) {
            this.trigger = trigger;
            this.judge = new BookJudge(book, plans.regions(), id, peers, failures);
        }

        void take(List<Judged> some) {
            List<Finding> found = new ArrayList<>();
            Map<String, String> names = new HashMap<>();
            for (Judged institution : some) {
                names.put(institution.history().institution(), institution.name());
                found.addAll(judge.judge(institution));
            }
            InstitutionFindings.Effect effect =
                    findings.take(found, book.number(), this::policy, finding -> title(finding, names), id);
            judged += some.size();
            results += found.size();
            changed += effect.changed();
            warned += effect.warned();
        }

        private WarningPolicy policy(Finding finding) {
            return book.find(finding.subject().rule()).orElseThrow().warning();
        }

        private LocalizedText title(Finding finding, Map<String, String> names) {
            String name = names.get(((Subject.Institution) finding.subject()).institution());
            LocalizedText rule =
                    book.find(finding.subject().rule()).orElseThrow().name();
            return new LocalizedText(name + "：" + rule.zh(), name + ": " + rule.en());
        }

        RuleRun finished() {
            return new RuleRun(
                    id,
                    book.number(),
                    trigger,
                    caller.subject(),
                    startedAt,
                    now(),
                    judged,
                    results,
                    changed,
                    warned,
                    failures.byRule());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
