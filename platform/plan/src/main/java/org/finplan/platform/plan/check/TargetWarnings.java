package org.finplan.platform.plan.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Direction;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.TargetDefinition;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.table.PlanFiles;

/** What a sound package says that its writer may not have meant. None of it keeps the package from being used. */
public final class TargetWarnings {

    /** Code of a target that lies on the wrong side of its baseline. */
    public static final String WRONG_SIDE = "target-on-the-wrong-side";

    /** The end of a target that goes furthest in its direction, and where it stands. */
    private record Reached(String place, BigDecimal value) {}

    private TargetWarnings() {}

    /**
     * Looks at targets: one of more-is-better that lies below where the indicator starts, or of less-is-better above it, is often a
     * slip of the direction, of the unit or of a figure.
     *
     * @param read a package without a fault
     * @return the places, in the order of the file; what would lie on the right side is accepted
     */
    public static List<PackageFault> of(PlanPackage read) {
        return read.indicators().stream()
                .flatMap(indicator -> wrongSide(indicator).stream())
                .toList();
    }

    private static Optional<PackageFault> wrongSide(IndicatorDefinition indicator) {
        if (indicator.baseline() == null || indicator.baseline().value() == null) {
            return Optional.empty();
        }
        BigDecimal start = indicator.baseline().value();
        boolean higher = indicator.direction() == Direction.HIGHER;
        return reached(indicator)
                .filter(end ->
                        higher ? end.value().compareTo(start) < 0 : end.value().compareTo(start) > 0)
                .map(end -> new PackageFault(
                        PlanFiles.INDICATORS,
                        end.place(),
                        WRONG_SIDE,
                        new LocalizedText(
                                "目标 %s 在基期值 %s 的反方向（方向为 %s）"
                                        .formatted(
                                                end.value().toPlainString(),
                                                start.toPlainString(),
                                                higher ? "higher" : "lower"),
                                "the target %s lies on the wrong side of the baseline %s, the direction is %s"
                                        .formatted(
                                                end.value().toPlainString(),
                                                start.toPlainString(),
                                                higher ? "higher" : "lower")),
                        List.of((higher ? "≥ " : "≤ ") + start.toPlainString())));
    }

    /** A total of years and a figure of one compare with nothing; what a person judges has no number. */
    private static Optional<Reached> reached(IndicatorDefinition indicator) {
        TargetDefinition target = indicator.target();
        String place = "/indicators/" + (indicator.number() - 1) + "/target";
        boolean band = target.upper() != null && indicator.direction() == Direction.HIGHER;
        if (target.kind() instanceof TargetKind.InYear || target.kind() instanceof TargetKind.Range) {
            return Optional.ofNullable(band ? target.upper() : target.value())
                    .map(value -> new Reached(place + (band ? "/upper" : "/value"), value));
        }
        int last = target.years().size() - 1;
        return last < 0
                ? Optional.empty()
                : Optional.ofNullable(target.years().get(last).value())
                        .map(value -> new Reached(place + "/years/" + last + "/value", value));
    }
}
