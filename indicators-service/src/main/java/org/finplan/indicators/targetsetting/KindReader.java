package org.finplan.indicators.targetsetting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.finplan.platform.plan.Direction;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Organisation;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;

/** Reads what a target says about time, and how a value is held against it: the two belong together. */
final class KindReader {

    private final TargetRequest request;
    private final PlanPackage plan;
    private final IndicatorDefinition indicator;
    private final TargetFaults faults;

    KindReader(TargetRequest request, PlanPackage plan, IndicatorDefinition indicator, TargetFaults faults) {
        this.request = request;
        this.plan = plan;
        this.indicator = indicator;
        this.faults = faults;
    }

    /** {@return the comparator, null when the faults say why there is none} */
    TargetComparator comparator() {
        if (isQualitative()) {
            if (request.comparator() != null && !request.comparator().equals(TargetComparator.ASSESSED.code())) {
                List<String> accepted = List.of(TargetComparator.ASSESSED.code());
                faults.add("comparator", request.comparator(), TargetError.COMPARATOR_NOT_FOR_INDICATOR, accepted);
            }
            return TargetComparator.ASSESSED;
        }
        if (request.comparator() == null || request.comparator().isBlank()) {
            faults.missing("comparator");
            return null;
        }
        List<TargetComparator> accepted = comparators();
        TargetComparator comparator = accepted.stream()
                .filter(one -> one.code().equals(request.comparator()))
                .findFirst()
                .orElse(null);
        if (comparator == null) {
            List<String> codes = accepted.stream().map(TargetComparator::code).toList();
            faults.add("comparator", request.comparator(), TargetError.COMPARATOR_NOT_FOR_INDICATOR, codes);
        }
        return comparator;
    }

    private List<TargetComparator> comparators() {
        List<TargetComparator> numbers = indicator.direction() == Direction.HIGHER
                ? List.of(TargetComparator.GE, TargetComparator.GT)
                : List.of(TargetComparator.LE, TargetComparator.LT);
        List<TargetComparator> band = List.of(TargetComparator.BETWEEN);
        List<TargetComparator> benchmark = indicator.target().relative() == null
                ? List.of()
                : List.of(indicator.target().comparator());
        String kind = code() == null ? "" : code();
        return switch (kind) {
            case "value", "cumulative" -> numbers;
            case "yearly" -> join(numbers, band);
            case "range" -> band;
            case "benchmark" -> benchmark;
            default -> join(join(numbers, band), benchmark);
        };
    }

    private static List<TargetComparator> join(List<TargetComparator> one, List<TargetComparator> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /**
     * Reads the kind.
     *
     * @param comparator what {@link #comparator()} gave
     * @return the kind, null when the faults say why there is none
     */
    TargetKind kind(TargetComparator comparator) {
        List<String> accepted = kinds();
        if (code() != null && !accepted.contains(code())) {
            faults.add("kind", code(), TargetError.KIND_NOT_FOR_INDICATOR, accepted);
            return null;
        }
        TargetKind own = indicator.target().kind();
        if (code() == null) {
            return comparator == null ? null : TargetKind.of(comparator);
        }
        return switch (code()) {
            case "yearly" -> new TargetKind.YearByYear();
            case "cumulative" -> own;
            case "qualitative" -> new TargetKind.Qualitative(assessor());
            default -> comparator == null ? null : TargetKind.of(comparator);
        };
    }

    private String assessor() {
        if (request.assessor() == null) {
            return ((TargetKind.Qualitative) indicator.target().kind()).assessor();
        }
        List<String> known =
                plan.organisations().stream().map(Organisation::code).toList();
        if (!known.isEmpty() && !known.contains(request.assessor())) {
            faults.add("assessor", request.assessor(), TargetError.UNKNOWN_ORGANISATION, known);
        }
        return request.assessor();
    }

    /** What the plan's own target is not, a region's is neither: years that add up, and what only a person judges. */
    private List<String> kinds() {
        TargetKind own = indicator.target().kind();
        if (own instanceof TargetKind.Qualitative) {
            return List.of(own.code());
        }
        List<String> kinds = new ArrayList<>(List.of("value", "range", "yearly"));
        if (own instanceof TargetKind.Cumulative) {
            kinds.add(own.code());
        }
        if (indicator.target().relative() != null) {
            kinds.add("benchmark");
        }
        return kinds;
    }

    private boolean isQualitative() {
        return "qualitative".equals(code());
    }

    /** What the request says, else the plan's own kind where no comparator tells it. */
    private String code() {
        if (request.kind() != null) {
            return request.kind();
        }
        TargetKind own = indicator.target().kind();
        boolean told = own.isLike(new TargetKind.InYear());
        return told ? null : own.code();
    }
}
