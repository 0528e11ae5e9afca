package org.finplan.indicators.loading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.finplan.indicators.target.Nature;
import org.finplan.indicators.target.PathShape;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Fact;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetDefinition;
import org.finplan.platform.plan.TargetKind;

/**
 * The targets of a plan package: those of the table, and those of the prose where it words the city's otherwise (aims, exceeds),
 * speaks of another region, or of a series that is not in the table. Of several such for one series, region and year the first is
 * judged, the others are wordings of it under their clauses. Derived ones are figures, not targets.
 */
final class PackageTargets {

    private static final int FIRST_PLAN_VERSION = 1;

    private final PlanPackage read;
    private final Instant now;
    private final String by;

    PackageTargets(PlanPackage read, Instant now, String by) {
        this.read = read;
        this.now = now;
        this.by = by;
    }

    /** {@return first versions of all targets} */
    List<Target> all() {
        List<Target> targets = new ArrayList<>();
        read.indicators().forEach(indicator -> targets.addAll(table(indicator)));
        Set<TargetKey> judged = new HashSet<>();
        read.facts().stream()
                .filter(fact -> fact.kind().equals("target") && !fact.derived())
                .forEach(fact -> prose(fact, judged).ifPresent(targets::add));
        return targets;
    }

    /** A target set year by year is one for each year that is set. */
    private List<Target> table(IndicatorDefinition indicator) {
        TargetDefinition target = indicator.target();
        if (target.kind() instanceof TargetKind.YearByYear) {
            return target.years().stream()
                    .map(year -> target(
                            indicator,
                            new TargetDefinition(
                                    year.period().year(),
                                    year.printed(),
                                    year.comparator(),
                                    year.value(),
                                    year.upper(),
                                    null,
                                    year.period(),
                                    target.kind(),
                                    List.of(),
                                    List.of())))
                    .toList();
        }
        return List.of(target(indicator, target));
    }

    private Target target(IndicatorDefinition indicator, TargetDefinition target) {
        List<Target.Point> profile = target.profile().stream()
                .map(point -> new Target.Point(Period.ofYear(point.year()), point.value()))
                .toList();
        return new Target(
                Identifiers.next(),
                1,
                new TargetKey(read.plan().code(), indicator.code(), read.city(), target.year(), TargetKey.MAIN),
                target.period(),
                target.kind(),
                target.comparator(),
                target.value(),
                target.upper(),
                indicator.unit(),
                baseline(indicator, target),
                profile.isEmpty() ? null : PathShape.CUSTOM,
                profile,
                Nature.find(indicator.nature() == null ? read.plan().tableNature() : indicator.nature())
                        .orElse(null),
                target.printed(),
                indicator.clause(),
                null,
                now,
                by,
                FIRST_PLAN_VERSION);
    }

    /** What years bring together starts from nothing, a benchmark and a judgement from nowhere. */
    private static Target.Point baseline(IndicatorDefinition indicator, TargetDefinition target) {
        boolean starts = target.value() != null && !(target.kind() instanceof TargetKind.Cumulative);
        return starts && indicator.baseline() != null
                ? new Target.Point(
                        indicator.baseline().period(), indicator.baseline().value())
                : null;
    }

    private Optional<Target> prose(Fact fact, Set<TargetKey> judged) {
        Optional<IndicatorDefinition> indicator = read.indicators().stream()
                .filter(row -> row.code().equals(fact.series()))
                .filter(row -> fact.region().equals(read.city()))
                .findFirst();
        TargetComparator comparator = TargetComparator.find(fact.comparator()).orElseThrow();
        boolean repeatsTable = indicator
                .filter(row -> row.target().comparator() == comparator)
                .filter(row -> same(row.target().value(), fact.value()))
                .isPresent();
        if (repeatsTable) {
            return Optional.empty();
        }
        TargetKey main = key(fact, TargetKey.MAIN);
        TargetKey key = indicator.isEmpty() && judged.add(main) ? main : key(fact, fact.clause());
        return Optional.of(new Target(
                Identifiers.next(),
                1,
                key,
                fact.period(),
                TargetKind.of(comparator),
                comparator,
                fact.value(),
                null,
                fact.unit(),
                null,
                null,
                List.of(),
                null,
                fact.printed(),
                fact.clause(),
                null,
                now,
                by,
                FIRST_PLAN_VERSION));
    }

    private TargetKey key(Fact fact, String variant) {
        return new TargetKey(
                read.plan().code(), fact.series(), fact.region(), fact.period().year(), variant);
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
