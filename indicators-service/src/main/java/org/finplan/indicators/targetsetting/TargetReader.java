package org.finplan.indicators.targetsetting;

import java.util.List;
import java.util.Set;
import org.finplan.indicators.target.Nature;
import org.finplan.indicators.target.TargetKey;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.WebError;

/** Reads a target from a request, and says everything that is wrong with it at once. */
final class TargetReader {

    private static final int LONGEST_TEXT = 500;

    private final PlanRegister register;
    private final PlanScope plans;
    private final TargetRequest request;
    private final TargetFaults faults;
    private final PathReader path;

    TargetReader(PlanRegister register, PlanScope plans, TargetRequest request, TargetFaults faults) {
        this.register = register;
        this.plans = plans;
        this.request = request;
        this.faults = faults;
        this.path = new PathReader(request, faults);
    }

    /**
     * Reads the request.
     *
     * @return what it says; null when the faults say why not
     */
    TargetContent read() {
        PlanPackage plan = plan();
        IndicatorDefinition indicator = plan == null ? null : indicator();
        checkRegion(plan);
        KindReader kinds = indicator == null ? null : new KindReader(request, plan, indicator, faults);
        if (kinds == null) {
            blank("comparator", request.comparator());
        }
        TargetComparator comparator = kinds == null ? null : kinds.comparator();
        TargetKind kind = kinds == null ? null : kinds.kind(comparator);
        boolean numberless =
                comparator != null && (comparator.isBenchmark() || comparator == TargetComparator.ASSESSED);
        checkYear(plan, indicator, kind);
        Unit unit = numberless ? null : unit(indicator);
        if (numberless) {
            checkNoNumber();
        } else {
            if (request.value() == null) {
                faults.missing("value");
            }
            checkBand(comparator);
            path.check(kind, plan == null ? 0 : plan.plan().baselineYear(), indicator);
        }
        Nature nature =
                request.nature() == null ? null : Nature.find(request.nature()).orElse(null);
        if (request.nature() != null && nature == null) {
            faults.add("nature", request.nature(), TargetError.UNKNOWN_CODE, Nature.codes());
        }
        if (request.reason() != null && request.reason().length() > LONGEST_TEXT) {
            faults.add("reason", request.reason(), WebError.INVALID_BODY, List.of("1.." + LONGEST_TEXT));
        }
        return faults.none() ? content(indicator, kind, comparator, unit, nature) : null;
    }

    private TargetContent content(
            IndicatorDefinition indicator, TargetKind kind, TargetComparator comparator, Unit unit, Nature nature) {
        Unit own = register.series().unit(indicator.unit()).orElseThrow();
        return new TargetContent(
                new TargetKey(request.plan(), indicator.code(), request.region(), request.year(), TargetKey.MAIN),
                kind instanceof TargetKind.Cumulative ? indicator.target().period() : period(indicator, request.year()),
                kind,
                comparator,
                unit == null ? null : unit.convert(request.value(), own),
                unit == null || request.upper() == null ? null : unit.convert(request.upper(), own),
                own.code(),
                unit == null ? null : path.baseline(unit, own, year -> period(indicator, year)),
                unit == null ? null : path.shape(),
                unit == null ? List.of() : path.points(unit, own, year -> period(indicator, year)),
                nature,
                request.reason());
    }

    private static Period period(IndicatorDefinition indicator, int year) {
        Period whole = Period.ofYear(year);
        return indicator.pointInTime() ? Period.ofDay(whole.end()) : whole;
    }

    private PlanPackage plan() {
        if (blank("plan", request.plan())) {
            return null;
        }
        PlanPackage plan = plans.find(request.plan()).orElse(null);
        if (plan == null) {
            faults.add("plan", request.plan(), TargetError.UNKNOWN_PLAN, plans.codes());
        }
        return plan;
    }

    private IndicatorDefinition indicator() {
        if (blank("indicator", request.indicator())) {
            return null;
        }
        IndicatorDefinition indicator =
                register.indicator(request.plan(), request.indicator()).orElse(null);
        if (indicator == null) {
            List<String> codes = register.find(request.plan()).stream()
                    .flatMap(read -> read.indicators().stream())
                    .map(IndicatorDefinition::code)
                    .toList();
            faults.add("indicator", request.indicator(), TargetError.UNKNOWN_INDICATOR, codes);
        }
        return indicator;
    }

    /** A plan has targets of its city and of what lies in it. */
    private void checkRegion(PlanPackage plan) {
        if (blank("region", request.region()) || plan == null) {
            return;
        }
        Set<String> own = register.territory(plan.plan().code());
        if (!own.contains(request.region())) {
            faults.add("region", request.region(), TargetError.UNKNOWN_REGION, List.copyOf(own));
        }
    }

    private void checkYear(PlanPackage plan, IndicatorDefinition indicator, TargetKind kind) {
        if (request.year() == null) {
            faults.missing("year");
            return;
        }
        if (plan == null) {
            return;
        }
        boolean cumulative = kind instanceof TargetKind.Cumulative;
        int last = cumulative ? indicator.target().year() : plan.plan().targetYear();
        int first = cumulative ? last : plan.plan().baselineYear() + 1;
        if (request.year() < first || request.year() > last) {
            faults.add("year", request.year(), TargetError.YEAR_OUT_OF_BOUNDS, List.of(first + ".." + last));
        }
    }

    private Unit unit(IndicatorDefinition indicator) {
        if (blank("unit", request.unit()) || indicator == null) {
            return null;
        }
        Unit own = register.series().unit(indicator.unit()).orElseThrow();
        Unit unit = register.series().unit(request.unit()).orElse(null);
        if (unit == null || !unit.convertsTo(own)) {
            List<String> accepted = register.series().units().stream()
                    .filter(own::convertsTo)
                    .map(Unit::code)
                    .toList();
            ErrorCode code = unit == null ? TargetError.UNKNOWN_UNIT : TargetError.UNIT_OF_ANOTHER_KIND;
            faults.add("unit", request.unit(), code, accepted);
        }
        return unit;
    }

    private void checkBand(TargetComparator comparator) {
        boolean band = comparator == TargetComparator.BETWEEN;
        if (band && request.upper() == null) {
            faults.missing("upper");
        } else if (!band && request.upper() != null) {
            faults.add("upper", request.upper(), TargetError.VALUE_NOT_FOR_COMPARATOR, List.of());
        } else if (band && request.value() != null && request.upper().compareTo(request.value()) <= 0) {
            List<String> accepted = List.of("> " + request.value().toPlainString());
            faults.add("upper", request.upper(), TargetError.VALUE_NOT_FOR_COMPARATOR, accepted);
        }
    }

    /** What has no number has no path. */
    private void checkNoNumber() {
        boolean path = request.path() != null || request.points() != null;
        if (request.value() != null || request.upper() != null || request.baseline() != null || path) {
            faults.add("value", request.value(), TargetError.VALUE_NOT_FOR_COMPARATOR, List.of());
        }
    }

    private boolean blank(String field, String text) {
        boolean blank = text == null || text.isBlank();
        if (blank) {
            faults.missing(field);
        }
        return blank;
    }
}
