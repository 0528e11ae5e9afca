package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.finplan.indicators.assessment.TargetAssessment;
import org.finplan.indicators.assessment.TargetAssessments;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.target.Cumulated;
import org.finplan.indicators.target.Target;
import org.finplan.platform.events.AttainmentState;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Benchmark;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.TargetKind;

/** Brings targets and values together and judges. Plain Java: what it looks at was read in sets before. */
final class Assessor {

    private record ValuePlace(String series, String region, LocalDate start, LocalDate end) {}

    private final Plan plan;
    private final boolean draft;
    private final KnownTargets targets;
    private final Map<ValuePlace, Observation> values = new HashMap<>();
    private final Map<TargetAssessments.Place, TargetAssessment> said;
    private final JudgedDefinitions definitions;

    /**
     * Prepares.
     *
     * @param plan the plan whose indicators are judged
     * @param draft whether it is a draft, by which nothing is judged
     * @param targets its targets: of each the first and the newest version, or the one that is both
     * @param values newest values
     * @param said what assessors said last
     * @param usualKind the kind of figure that a series is judged by
     * @param definitions by which definitions values and targets are
     */
    Assessor(
            Plan plan,
            boolean draft,
            Collection<Target> targets,
            Collection<Observation> values,
            Map<TargetAssessments.Place, TargetAssessment> said,
            Function<String, ObservationKind> usualKind,
            JudgedDefinitions definitions) {
        this.plan = plan;
        this.draft = draft;
        this.said = Map.copyOf(said);
        this.definitions = definitions;
        this.targets = new KnownTargets(targets);
        values.stream()
                .filter(value ->
                        value.key().kind() == usualKind.apply(value.key().indicator()))
                .forEach(value -> this.values.put(
                        new ValuePlace(
                                value.key().indicator(),
                                value.key().region(),
                                value.key().start(),
                                value.key().end()),
                        value));
    }

    /**
     * Judges.
     *
     * @param subject what is judged
     * @return the judgement with all that it rests on
     */
    Assessment assess(Subject subject) {
        IndicatorDefinition indicator = subject.indicator();
        Period period = subject.period();
        List<Target> all = targets.of(indicator.code(), subject.region());
        Target target = judged(all, period);
        Cumulated cumulated = target == null ? null : cumulated(subject, target);
        List<Target> wordings = target == null
                ? List.of()
                : all.stream()
                        .filter(other -> !other.primary()
                                && other.key().year() == target.key().year())
                        .toList();
        Observation actual = value(indicator.code(), subject.region(), indicator, period);
        Observation benchmark = benchmark(indicator, target, period);
        Target first = target == null || target.version() == 1 ? null : targets.first(target.key());
        return new Assessment(
                subject.plan(),
                indicator,
                subject.region(),
                period,
                target,
                wordings,
                actual,
                cumulated,
                target == null ? null : said(target, period),
                benchmark,
                target == null ? unjudged(subject, all) : judge(subject, target, actual, benchmark),
                first,
                first == null ? null : judge(subject, first, actual, benchmark(indicator, first, period)),
                actual == null ? null : definitions.linked(actual, target),
                actual == null ? null : comparison(subject, target, actual, benchmark));
    }

    private Judgement judge(Subject subject, Target target, Observation actual, Observation benchmark) {
        IndicatorDefinition indicator = subject.indicator();
        if (target.kind() instanceof TargetKind.Qualitative) {
            return judgedByPerson(target, subject.period());
        }
        Cumulated cumulated = cumulated(subject, target);
        if (cumulated == null && target.kind() instanceof TargetKind.Cumulative) {
            Reason reason = subject.period().isWholeYear() ? Reason.BASELINE_PERIOD : Reason.PERIOD_NOT_COMPARABLE;
            return Judgement.unknown(AttainmentState.NOT_ASSESSABLE, reason, null, null);
        }
        if (cumulated != null && actual != null && cumulated.value() == null) {
            return Judgement.unknown(AttainmentState.NOT_ASSESSABLE, Reason.YEAR_MISSING, null, null);
        }
        BigDecimal compared = actual == null ? null : definitions.linked(actual, target);
        BigDecimal held = cumulated == null ? compared : cumulated.value();
        JudgementInput.Goal goal = goal(indicator, target);
        Judgement judgement = AttainmentMethod.judge(new JudgementInput(
                indicator.measure(),
                indicator.pointInTime(),
                indicator.direction(),
                goal,
                GrowthLine.printed(indicator, target),
                subject.period(),
                held,
                benchmark == null ? null : definitions.linked(benchmark, target),
                history(subject, goal.path(), target, held, cumulated)));
        boolean possible =
                actual == null || comparison(subject, target, actual, benchmark).isPossible();
        return possible ? judgement : judgement.withoutGrowth();
    }

    /** What lies between all that a judgement looks at: the value, its benchmark, the way since the baseline, the target. */
    private Comparison comparison(Subject subject, Target target, Observation actual, Observation benchmark) {
        List<Observation> compared = new ArrayList<>(List.of(actual));
        if (benchmark != null) {
            compared.add(benchmark);
        }
        if (target != null && target.kind() instanceof TargetKind.Cumulative) {
            compared.addAll(between(subject, target.period().start().minusDays(1)));
        } else if (target != null && target.baseline() != null) {
            compared.addAll(between(subject, target.baseline().period().end()));
        }
        return definitions.compare(target, compared);
    }

    private Judgement judgedByPerson(Target target, Period period) {
        TargetAssessment last = said(target, period);
        return last == null
                ? Judgement.unknown(AttainmentState.NOT_ASSESSABLE, Reason.NOT_ASSESSED, null, null)
                : Judgement.unknown(last.outcome().state(), null, null, null);
    }

    private TargetAssessment said(Target target, Period period) {
        return period.endsYear() ? said.get(new TargetAssessments.Place(target.id(), period.year())) : null;
    }

    /** What the years of the span brought together by the end of the period; null where nothing does. */
    private Cumulated cumulated(Subject subject, Target target) {
        boolean inTheSpan = subject.period().isWholeYear()
                && !subject.period().start().isBefore(target.period().start());
        if (!(target.kind() instanceof TargetKind.Cumulative cumulative) || !inTheSpan) {
            return null;
        }
        IndicatorDefinition indicator = subject.indicator();
        return Cumulated.of(
                cumulative.accumulation(),
                target.value(),
                target.period().start().getYear(),
                subject.period().year(),
                year -> {
                    Observation known = value(indicator.code(), subject.region(), indicator, Period.ofYear(year));
                    return known == null ? null : definitions.linked(known, target);
                });
    }

    /**
     * The primary target of the year or of the next year that has one; one that is set year by year only for its own. After the
     * last one and after the plan there is none.
     */
    private Target judged(List<Target> all, Period period) {
        return draft || plan.endsBefore(period)
                ? null
                : all.stream()
                        .filter(target -> target.primary() && target.key().year() >= period.year())
                        .filter(target -> target.key().year() == period.year()
                                || !(target.kind() instanceof TargetKind.YearByYear))
                        .findFirst()
                        .orElse(null);
    }

    private Judgement unjudged(Subject subject, List<Target> all) {
        return Judgement.unknown(AttainmentState.NOT_ASSESSABLE, withoutTarget(subject, all), null, null);
    }

    private Reason withoutTarget(Subject subject, List<Target> all) {
        if (draft) {
            return Reason.PLAN_DRAFT;
        }
        if (plan.endsBefore(subject.period())) {
            return Reason.PLAN_ENDED;
        }
        if (all.stream().anyMatch(target -> target.kind() instanceof TargetKind.YearByYear)) {
            return Reason.OPEN_YEAR;
        }
        return all.stream().anyMatch(Target::primary) ? Reason.AFTER_LAST_TARGET : Reason.NO_TARGET;
    }

    private Observation value(String series, String region, IndicatorDefinition indicator, Period period) {
        LocalDate start = indicator.pointInTime() ? period.end() : period.start();
        return values.get(new ValuePlace(series, region, start, period.end()));
    }

    private Observation benchmark(IndicatorDefinition indicator, Target target, Period period) {
        Benchmark relative = indicator.target().relative();
        return relative == null || target == null || !target.comparator().isBenchmark()
                ? null
                : value(relative.series(), relative.region(), indicator, period);
    }

    /** What is known of the way: the baseline, the ends of the years since, and the period itself. */
    private List<TargetPath.Point> history(
            Subject subject, TargetPath path, Target target, BigDecimal actual, Cumulated cumulated) {
        LocalDate day = subject.period().end();
        List<TargetPath.Point> points = new ArrayList<>();
        if (path == null || actual == null) {
            return points;
        }
        if (cumulated != null) {
            points.add(new TargetPath.Point(path.startDay(), path.start()));
            cumulated
                    .years()
                    .forEach(year -> points.add(
                            new TargetPath.Point(Period.ofYear(year.year()).end(), year.cumulated())));
            return points;
        }
        if (day.isAfter(path.startDay())) {
            points.add(new TargetPath.Point(path.startDay(), path.start()));
            between(subject, path.startDay())
                    .forEach(known ->
                            points.add(new TargetPath.Point(known.key().end(), definitions.linked(known, target))));
            points.add(new TargetPath.Point(day, actual));
        }
        return points;
    }

    /** What is known at the ends of the years between a day and the period. */
    private List<Observation> between(Subject subject, LocalDate since) {
        List<Observation> between = new ArrayList<>();
        for (int year = since.getYear() + 1;
                Period.ofYear(year).end().isBefore(subject.period().end());
                year++) {
            IndicatorDefinition indicator = subject.indicator();
            Observation known = value(indicator.code(), subject.region(), indicator, Period.ofYear(year));
            if (known != null) {
                between.add(known);
            }
        }
        return between;
    }

    private JudgementInput.Goal goal(IndicatorDefinition indicator, Target target) {
        return new JudgementInput.Goal(
                target.comparator(),
                target.value(),
                target.upper(),
                target.period().end(),
                TargetPath.of(target, definitions.linkedBaseline(target), indicator),
                target.kind());
    }
}
