package org.finplan.indicators.attainment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.target.PathShape;
import org.finplan.indicators.target.Target;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Benchmark;
import org.finplan.platform.plan.GrowthRule;
import org.finplan.platform.plan.IndicatorDefinition;

/** Brings targets and values together and judges. Plain Java: what it looks at was read in sets before. */
final class Assessor {

    private record TargetPlace(String indicator, String region) {}

    private record ValuePlace(String series, String region, LocalDate start, LocalDate end) {}

    private final Map<TargetPlace, List<Target>> targets = new HashMap<>();
    private final Map<ValuePlace, Observation> values = new HashMap<>();

    /**
     * Prepares.
     *
     * @param targets targets of one plan
     * @param values newest values
     * @param usualKind the kind of figure that a series is judged by
     */
    Assessor(Collection<Target> targets, Collection<Observation> values, Function<String, ObservationKind> usualKind) {
        targets.forEach(target -> this.targets
                .computeIfAbsent(
                        new TargetPlace(target.key().indicator(), target.key().region()), place -> new ArrayList<>())
                .add(target));
        this.targets
                .values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(target -> target.key().year())));
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
        List<Target> all = targets.getOrDefault(new TargetPlace(indicator.code(), subject.region()), List.of());
        Target target = judged(all, period.year());
        List<Target> wordings = target == null
                ? List.of()
                : all.stream()
                        .filter(other -> !other.primary()
                                && other.key().year() == target.key().year())
                        .toList();
        Observation actual = value(indicator.code(), subject.region(), indicator, period);
        Benchmark relative = indicator.target().relative();
        Observation benchmark =
                relative == null || target == null || !target.comparator().isBenchmark()
                        ? null
                        : value(relative.series(), relative.region(), indicator, period);
        Question question = new Question(
                indicator.measure(),
                indicator.pointInTime(),
                indicator.direction(),
                goal(indicator, target),
                growth(indicator, target),
                period,
                actual == null ? null : actual.figure().value(),
                benchmark == null ? null : benchmark.figure().value());
        return new Assessment(
                subject.plan(),
                indicator,
                subject.region(),
                period,
                target,
                wordings,
                actual,
                benchmark,
                AttainmentMethod.judge(question));
    }

    /** The primary target of the year or of the next year that has one; after the last, the last. */
    private static Target judged(List<Target> all, int year) {
        Target last = null;
        for (Target target : all) {
            if (target.primary()) {
                last = target;
                if (target.key().year() >= year) {
                    break;
                }
            }
        }
        return last;
    }

    private Observation value(String series, String region, IndicatorDefinition indicator, Period period) {
        LocalDate start = indicator.pointInTime() ? period.end() : period.start();
        return values.get(new ValuePlace(series, region, start, period.end()));
    }

    private static Question.Goal goal(IndicatorDefinition indicator, Target target) {
        if (target == null) {
            return null;
        }
        Target.Start start = target.baseline();
        return new Question.Goal(
                target.comparator(),
                target.value(),
                target.period().end(),
                start == null ? null : start.value(),
                start == null ? null : start.period().end(),
                target.path() == null ? PathShape.of(indicator.measure()) : target.path());
    }

    /** The printed growth belongs to the printed target, not to a revised one or to that of a district. */
    private static GrowthRule growth(IndicatorDefinition indicator, Target target) {
        return target == null || target.printed() == null ? null : indicator.growth();
    }
}
