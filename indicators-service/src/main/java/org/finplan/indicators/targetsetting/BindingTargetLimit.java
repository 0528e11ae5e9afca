package org.finplan.indicators.targetsetting;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.region.Parts;
import org.finplan.indicators.target.Nature;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What a binding target is broken down to never exceeds it, whichever way the parts or the target come about. */
@ApplicationScoped
public class BindingTargetLimit {

    private final Targets targets;
    private final PlanRegister register;

    BindingTargetLimit(Targets targets, PlanRegister register) {
        this.targets = targets;
        this.register = register;
    }

    private record TargetYear(String indicator, int year) {}

    /**
     * Checks the regions' parts of binding targets as they now stand in the transaction, in one round trip.
     *
     * @param plan plan code
     * @param indicators the indicators whose targets changed
     * @param pointer place in the request that is named when they do not fit
     * @throws ProblemException 422 when parts exceed a binding target
     */
    public void check(String plan, Collection<String> indicators, String pointer) {
        List<String> regions =
                register.regions().all().stream().map(RegionDefinition::code).toList();
        Map<TargetYear, List<Target>> byPlace = targets.read(plan, indicators, regions, RecordingTime.END).stream()
                .filter(target -> target.primary() && addsUp(target))
                .collect(Collectors.groupingBy(target ->
                        new TargetYear(target.key().indicator(), target.key().year())));
        byPlace.values()
                .forEach(together -> together.forEach(target -> {
                    List<String> parts = Parts.of(
                                    register.regions(), target.key().region(), target.period())
                            .all();
                    require(PartsBalance.exceeding(together, target.key().region(), parts), target, pointer);
                }));
    }

    /**
     * Checks parts of one target.
     *
     * @param whole the target
     * @param parts all its parts in one way to cut it, in its unit
     * @param pointer place in the request that is named when they do not fit
     * @throws ProblemException 422 when the target is binding and the parts exceed it
     */
    public void check(Target whole, Collection<BigDecimal> parts, String pointer) {
        PartsBalance balance = PartsBalance.of(whole.value(), parts);
        boolean exceeds =
                whole.nature() == Nature.BINDING && balance.overAllocation().signum() > 0;
        require(exceeds ? balance : null, whole, pointer);
    }

    private boolean addsUp(Target target) {
        return register.indicator(target.key().plan(), target.key().indicator())
                .filter(indicator -> PartsBalance.addsUp(indicator.measure()))
                .isPresent();
    }

    private static void require(PartsBalance exceeding, Target whole, String pointer) {
        if (exceeding == null) {
            return;
        }
        String most = whole.value().toPlainString();
        String sum = exceeding.allocated().toPlainString();
        LocalizedText text = new LocalizedText(
                "分解合计 " + sum + " 超过约束性目标 " + most + "。",
                "The parts add up to " + sum + ", more than the binding target of " + most + ".");
        throw new ProblemException(
                TargetError.BREAKDOWN_OVER_ALLOCATES,
                text,
                List.of(new ProblemError(
                        pointer, sum, TargetError.BREAKDOWN_OVER_ALLOCATES.code(), text, List.of("0.." + most))));
    }
}
