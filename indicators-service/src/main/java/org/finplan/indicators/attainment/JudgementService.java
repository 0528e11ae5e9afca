package org.finplan.indicators.attainment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.definition.Comparability;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.planlife.PlanLives;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Benchmark;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.SeriesRegister.PlanIndicator;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.time.BusinessTime;

/**
 * Judges anew what new figures or targets touch, in their transaction, and keeps the judgements that changed. Regions
 * without a target are not judged, nor are periods after the last target or after the end of the plan, nor is anything by a plan
 * that is archived: what was judged before stands.
 */
@ApplicationScoped
public class JudgementService {

    private static final Set<String> COUNTING = Set.of(ObservationKey.MAIN, ObservationKey.COMPUTED);

    private final PlanRegister register;
    private final Scoreboard scoreboard;
    private final Observations values;
    private final SeriesRules rules;
    private final JudgementRepository repository;
    private final PlanLives lives;
    private final RecordingTime time;

    JudgementService(
            PlanRegister register,
            Scoreboard scoreboard,
            Observations values,
            SeriesRules rules,
            JudgementRepository repository,
            PlanLives lives,
            RecordingTime time) {
        this.register = register;
        this.scoreboard = scoreboard;
        this.values = values;
        this.rules = rules;
        this.repository = repository;
        this.lives = lives;
        this.time = time;
    }

    /**
     * Judges what new figures or targets touch, in the caller's transaction and under the locks of their series.
     *
     * @param figures new versions of figures, delivered and computed
     * @param changed new versions of targets
     * @return an event for each judgement that changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<NewEvent> judge(Collection<Observation> figures, Collection<Target> changed) {
        Set<Subject> subjects = new LinkedHashSet<>();
        collectOfTargets(changed, subjects);
        collectOfFigures(figures, subjects);
        return update(subjects);
    }

    /**
     * Judges a year of a qualitative target anew, in the caller's transaction and under the lock of its indicator.
     *
     * @param target the target, of which something was said
     * @param year the year
     * @return an event when the judgement changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<NewEvent> judgeAssessed(Target target, int year) {
        TargetKey key = target.key();
        Set<Subject> subjects = new LinkedHashSet<>();
        register.indicator(key.plan(), key.indicator())
                .ifPresent(indicator -> add(key.plan(), indicator, key.region(), Period.ofYear(year), subjects));
        return update(subjects);
    }

    /** What a series says of indicators is found once for all its figures. */
    private void collectOfFigures(Collection<Observation> figures, Set<Subject> subjects) {
        Map<String, List<Observation>> bySeries = figures.stream()
                .filter(version -> COUNTING.contains(version.key().variant()))
                .collect(Collectors.groupingBy(
                        version -> version.key().indicator(), LinkedHashMap::new, Collectors.toList()));
        bySeries.forEach((series, versions) -> {
            List<PlanIndicator> affected = register.series().affectedBy(series);
            ObservationKind judged = rules.usualKind(series);
            for (Observation version : versions) {
                if (version.key().kind() == judged) {
                    affected.forEach(
                            indicator -> collect(indicator, version.key().region(), version.period(), subjects));
                }
            }
        });
    }

    private void collectOfTargets(Collection<Target> changed, Set<Subject> subjects) {
        Map<String, List<Target>> byPlan = changed.stream()
                .filter(Target::primary)
                .collect(Collectors.groupingBy(target -> target.key().plan()));
        byPlan.forEach((plan, targets) -> {
            Set<String> indicators =
                    targets.stream().map(target -> target.key().indicator()).collect(Collectors.toSet());
            Set<String> regions =
                    targets.stream().map(target -> target.key().region()).collect(Collectors.toSet());
            for (Observation value :
                    values.read(indicators, regions, baseline(plan), plan(plan).lastDay(), Knowledge.LATEST)) {
                register.indicator(plan, value.key().indicator())
                        .ifPresent(indicator -> add(plan, indicator, value.key().region(), value.period(), subjects));
            }
        });
    }

    /** A figure touches its own region, and as a benchmark all regions of the plan. */
    private void collect(PlanIndicator affected, String region, Period period, Set<Subject> subjects) {
        IndicatorDefinition indicator = affected.definition();
        add(affected.plan(), indicator, region, period, subjects);
        if (indicator.target().kind() instanceof TargetKind.Cumulative && period.isWholeYear()) {
            collectLaterYears(affected, region, period.year(), subjects);
        }
        Benchmark relative = indicator.target().relative();
        if (relative != null && relative.region().equals(region)) {
            register.find(affected.plan()).orElseThrow().regions().stream()
                    .filter(other -> !other.reference())
                    .map(RegionDefinition::code)
                    .forEach(other -> add(affected.plan(), indicator, other, period, subjects));
        }
    }

    /** What a year brings counts in all later ones. */
    private void collectLaterYears(PlanIndicator affected, String region, int year, Set<Subject> subjects) {
        for (int later = year + 1; later <= plan(affected.plan()).lastDay().getYear(); later++) {
            add(affected.plan(), affected.definition(), region, Period.ofYear(later), subjects);
        }
    }

    /** A plan judges its city and what lies in it, though another city has the series as well; others are compared with. */
    private void add(String plan, IndicatorDefinition indicator, String region, Period period, Set<Subject> subjects) {
        boolean ofThePlan = register.territory(plan).contains(region)
                && !period.end().isBefore(baseline(plan))
                && !plan(plan).endsBefore(period);
        if (ofThePlan) {
            Subject.judgedPeriod(indicator, period)
                    .ifPresent(judged -> subjects.add(new Subject(plan, indicator, region, judged)));
        }
    }

    private LocalDate baseline(String plan) {
        return LocalDate.of(plan(plan).baselineYear(), 1, 1);
    }

    private Plan plan(String code) {
        return register.find(code).orElseThrow().plan();
    }

    private List<NewEvent> update(Set<Subject> subjects) {
        List<NewEvent> events = new ArrayList<>();
        Instant now = time.now();
        // Only a plan that has ended can be archived.
        boolean ended =
                subjects.stream().anyMatch(subject -> plan(subject.plan()).hasEnded(BusinessTime.dayOf(now)));
        Set<String> archived = ended ? lives.archived().keySet() : Set.of();
        subjects.stream().collect(Collectors.groupingBy(Subject::plan)).forEach((plan, ofPlan) -> {
            if (archived.contains(plan)) {
                return;
            }
            List<Assessment> assessments = scoreboard.assess(plan, ofPlan, Knowledge.recorded(now)).stream()
                    .filter(assessment -> assessment.target() != null)
                    .toList();
            if (!assessments.isEmpty()) {
                events.addAll(keep(assessments, now));
            }
        });
        return events;
    }

    private record JudgedCell(String indicator, String region, String period) {}

    private List<NewEvent> keep(List<Assessment> assessments, Instant now) {
        Map<JudgedCell, KeptJudgement> before = new HashMap<>();
        repository
                .newest(assessments)
                .forEach(kept -> before.put(new JudgedCell(kept.indicator(), kept.region(), kept.period()), kept));
        List<KeptJudgement> changed = new ArrayList<>();
        List<NewEvent> events = new ArrayList<>();
        for (Assessment assessment : assessments) {
            KeptJudgement previous = before.get(new JudgedCell(
                    assessment.indicator().code(),
                    assessment.region(),
                    assessment.period().text()));
            KeptJudgement next = KeptJudgement.of(assessment, previous == null ? 1 : previous.version() + 1, now);
            boolean stillNothing = previous == null && assessment.judgement().state() == AttainmentState.NO_DATA;
            if (!stillNothing && (previous == null || !next.saysSame(previous))) {
                changed.add(next);
                events.add(event(assessment, next, previous));
            }
        }
        repository.insert(changed);
        return events;
    }

    private static String comparability(Comparison comparison) {
        return comparison == null || comparison.comparability() == Comparability.COMPARABLE
                ? null
                : comparison.comparability().code();
    }

    private NewEvent event(Assessment assessment, KeptJudgement next, KeptJudgement previous) {
        IndicatorDefinition indicator = assessment.indicator();
        RegionDefinition region = register.regions().find(assessment.region()).orElseThrow();
        AttainmentChanged data = new AttainmentChanged(
                next.plan(),
                next.indicator(),
                indicator.name(),
                next.region(),
                region.name(),
                next.period(),
                previous == null ? null : previous.state(),
                next.state(),
                next.actual(),
                next.expected(),
                next.gap(),
                next.target(),
                next.comparator(),
                indicator.unit(),
                assessment.target().clause(),
                next.observation(),
                next.observationVersion(),
                AttainmentMethod.VERSION,
                next.assessedAt(),
                plan(next.plan()).hasEnded(BusinessTime.dayOf(next.assessedAt())) ? true : null,
                comparability(assessment.comparison()));
        return new NewEvent(
                data,
                "attainment/" + next.plan() + "/" + next.indicator() + "/" + next.region(),
                "/api/v1/attainment?plan=" + next.plan() + "&period=" + next.period() + "&region=" + next.region(),
                next.region());
    }
}
