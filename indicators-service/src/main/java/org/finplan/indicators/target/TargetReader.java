package org.finplan.indicators.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.finplan.indicators.plan.Catalogue;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Direction;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Reads a target from a request, and says everything that is wrong with it at once. */
final class TargetReader {

    private static final int LONGEST_TEXT = 500;

    private final Catalogue catalogue;
    private final TargetRequest request;
    private final List<ProblemError> errors = new ArrayList<>();

    TargetReader(Catalogue catalogue, TargetRequest request) {
        this.catalogue = catalogue;
        this.request = request;
    }

    /** What a request says, checked and in the unit of the indicator. */
    record Content(
            TargetKey key,
            Period period,
            TargetComparator comparator,
            BigDecimal value,
            String unit,
            Target.Start baseline,
            PathShape path,
            Nature nature,
            String reason) {}

    /**
     * Reads the request.
     *
     * @return what it says
     * @throws ProblemException 422 with everything that is wrong
     */
    Content read() {
        PlanPackage plan = plan();
        IndicatorDefinition indicator = plan == null ? null : indicator();
        checkRegion();
        TargetComparator comparator = comparator(indicator);
        boolean benchmark = comparator != null && comparator.isBenchmark();
        checkYears(plan, benchmark);
        Unit unit = benchmark ? null : unit(indicator);
        checkValues(benchmark);
        PathShape path =
                request.path() == null ? null : PathShape.find(request.path()).orElse(null);
        unknownCode(
                "path",
                request.path(),
                path,
                Stream.of(PathShape.values()).map(PathShape::code).toList());
        Nature nature =
                request.nature() == null ? null : Nature.find(request.nature()).orElse(null);
        unknownCode("nature", request.nature(), nature, Nature.codes());
        if (request.reason() != null && request.reason().length() > LONGEST_TEXT) {
            add("reason", request.reason(), WebError.INVALID_BODY, List.of("1.." + LONGEST_TEXT));
        }
        if (!errors.isEmpty()) {
            throw rejection();
        }
        return content(indicator, comparator, unit, path, nature);
    }

    private Content content(
            IndicatorDefinition indicator, TargetComparator comparator, Unit unit, PathShape path, Nature nature) {
        Unit own = catalogue.unit(indicator.unit()).orElseThrow();
        BigDecimal value = unit == null ? null : unit.convert(request.value(), own);
        Target.Start baseline = unit == null
                ? null
                : new Target.Start(
                        period(indicator, request.baseline().year()),
                        unit.convert(request.baseline().value(), own));
        return new Content(
                new TargetKey(request.plan(), indicator.code(), request.region(), request.year(), TargetKey.MAIN),
                period(indicator, request.year()),
                comparator,
                value,
                own.code(),
                baseline,
                path,
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
        PlanPackage plan = catalogue.plan(request.plan()).orElse(null);
        if (plan == null) {
            List<String> codes =
                    catalogue.plans().stream().map(read -> read.plan().code()).toList();
            add("plan", request.plan(), TargetError.UNKNOWN_PLAN, codes);
        }
        return plan;
    }

    private IndicatorDefinition indicator() {
        if (blank("indicator", request.indicator())) {
            return null;
        }
        IndicatorDefinition indicator =
                catalogue.indicator(request.plan(), request.indicator()).orElse(null);
        if (indicator == null) {
            List<String> codes = catalogue.plan(request.plan()).stream()
                    .flatMap(read -> read.indicators().stream())
                    .map(IndicatorDefinition::code)
                    .toList();
            add("indicator", request.indicator(), TargetError.UNKNOWN_INDICATOR, codes);
        }
        return indicator;
    }

    private void checkRegion() {
        if (blank("region", request.region())) {
            return;
        }
        boolean known = catalogue
                .regions()
                .find(request.region())
                .filter(region -> !region.reference())
                .isPresent();
        if (!known) {
            List<String> codes = catalogue.regions().all().stream()
                    .filter(region -> !region.reference())
                    .map(RegionDefinition::code)
                    .toList();
            add("region", request.region(), TargetError.UNKNOWN_REGION, codes);
        }
    }

    private TargetComparator comparator(IndicatorDefinition indicator) {
        if (blank("comparator", request.comparator()) || indicator == null) {
            return null;
        }
        List<TargetComparator> accepted = new ArrayList<>(
                indicator.direction() == Direction.HIGHER
                        ? List.of(TargetComparator.GE, TargetComparator.GT)
                        : List.of(TargetComparator.LE, TargetComparator.LT));
        if (indicator.target().relative() != null) {
            accepted.add(indicator.target().comparator());
        }
        TargetComparator comparator = accepted.stream()
                .filter(one -> one.code().equals(request.comparator()))
                .findFirst()
                .orElse(null);
        if (comparator == null) {
            List<String> codes = accepted.stream().map(TargetComparator::code).toList();
            add("comparator", request.comparator(), TargetError.COMPARATOR_NOT_FOR_INDICATOR, codes);
        }
        return comparator;
    }

    private void checkYears(PlanPackage plan, boolean benchmark) {
        if (request.year() == null) {
            missing("year");
            return;
        }
        if (plan == null) {
            return;
        }
        Plan about = plan.plan();
        int first = about.baselineYear() + 1;
        if (request.year() < first || request.year() > about.targetYear()) {
            add("year", request.year(), TargetError.YEAR_OUT_OF_BOUNDS, List.of(first + ".." + about.targetYear()));
        }
        Integer start = request.baseline() == null ? null : request.baseline().year();
        if (!benchmark && start != null && (start < about.baselineYear() || start >= request.year())) {
            String accepted = about.baselineYear() + ".." + (request.year() - 1);
            add("baseline/year", start, TargetError.YEAR_OUT_OF_BOUNDS, List.of(accepted));
        }
    }

    private Unit unit(IndicatorDefinition indicator) {
        if (blank("unit", request.unit()) || indicator == null) {
            return null;
        }
        Unit own = catalogue.unit(indicator.unit()).orElseThrow();
        Unit unit = catalogue.unit(request.unit()).orElse(null);
        if (unit == null || !unit.convertsTo(own)) {
            List<String> accepted = catalogue.units().stream()
                    .filter(own::convertsTo)
                    .map(Unit::code)
                    .toList();
            ErrorCode code = unit == null ? TargetError.UNKNOWN_UNIT : TargetError.UNIT_OF_ANOTHER_KIND;
            add("unit", request.unit(), code, accepted);
        }
        return unit;
    }

    private void checkValues(boolean benchmark) {
        TargetRequest.Baseline baseline = request.baseline();
        if (benchmark) {
            if (request.value() != null || baseline != null) {
                add("value", request.value(), TargetError.VALUE_NOT_FOR_COMPARATOR, List.of());
            }
            return;
        }
        if (request.value() == null) {
            missing("value");
        }
        if (baseline == null) {
            missing("baseline");
            return;
        }
        if (baseline.year() == null) {
            missing("baseline/year");
        }
        if (baseline.value() == null) {
            missing("baseline/value");
        }
    }

    private void unknownCode(String field, String text, Object found, List<String> accepted) {
        if (text != null && found == null) {
            add(field, text, TargetError.UNKNOWN_CODE, accepted);
        }
    }

    private boolean blank(String field, String text) {
        boolean blank = text == null || text.isBlank();
        if (blank) {
            missing(field);
        }
        return blank;
    }

    private void missing(String field) {
        add(field, null, TargetError.FIELD_MISSING, List.of());
    }

    private void add(String field, Object value, ErrorCode code, List<String> accepted) {
        errors.add(new ProblemError(
                "/" + field, value == null ? null : value.toString(), code.code(), code.title(), accepted));
    }

    private ProblemException rejection() {
        List<String> codes = errors.stream().map(ProblemError::code).distinct().toList();
        ErrorCode code = Stream.of(TargetError.values())
                .filter(error -> codes.size() == 1 && error.code().equals(codes.get(0)))
                .findFirst()
                .orElse(TargetError.TARGET_REJECTED);
        return new ProblemException(
                code,
                new LocalizedText(
                        "目标有 " + errors.size() + " 处错误，未保存。",
                        "The target has " + errors.size() + " fault(s); nothing was stored."),
                errors);
    }
}
