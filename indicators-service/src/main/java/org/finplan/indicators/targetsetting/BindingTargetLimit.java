package org.finplan.indicators.targetsetting;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.region.Parts;
import org.finplan.indicators.target.Nature;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
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
        refuse(exceeded(standing(plan, indicators), target -> pointer));
    }

    /**
     * Checks the regions' parts of binding targets as they would stand with what a plan package changes.
     *
     * @param plan plan code
     * @param changed what its changed and new targets are to be
     * @param takenBack targets that the package has no more
     * @throws ProblemException 422 with every binding target that its parts would exceed
     */
    public void check(String plan, Collection<Target> changed, Collection<Target> takenBack) {
        Set<String> indicators = Stream.concat(changed.stream(), takenBack.stream())
                .map(target -> target.key().indicator())
                .collect(Collectors.toSet());
        if (indicators.isEmpty()) {
            return;
        }
        Map<TargetKey, Target> standing = new LinkedHashMap<>();
        standing(plan, indicators).forEach(target -> standing.put(target.key(), target));
        takenBack.forEach(target -> standing.remove(target.key()));
        changed.forEach(target -> standing.put(target.key(), target));
        refuse(exceeded(standing.values(), target -> TargetVersions.place(target) + "/value"));
    }

    private List<Target> standing(String plan, Collection<String> indicators) {
        return targets.read(plan, indicators, register.regionCodes(), RecordingTime.END);
    }

    private List<ProblemError> exceeded(Collection<Target> standing, Function<Target, String> places) {
        Map<TargetYear, List<Target>> byPlace = standing.stream()
                .filter(target -> target.primary() && addsUp(target))
                .collect(Collectors.groupingBy(target ->
                        new TargetYear(target.key().indicator(), target.key().year())));
        return byPlace.values().stream()
                .flatMap(
                        together -> together.stream()
                                .flatMap(target -> exceeded(target, together)
                                        .map(balance -> error(balance, target, places.apply(target)))
                                        .stream()))
                .sorted(Comparator.comparing(ProblemError::pointer))
                .toList();
    }

    private Optional<PartsBalance> exceeded(Target target, List<Target> together) {
        List<String> parts = Parts.of(register.regions(), target.key().region(), target.period())
                .all();
        return Optional.ofNullable(PartsBalance.exceeding(together, target.key().region(), parts));
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
        refuse(exceeds ? List.of(error(balance, whole, pointer)) : List.of());
    }

    private boolean addsUp(Target target) {
        return register.indicator(target.key().plan(), target.key().indicator())
                .filter(indicator -> PartsBalance.addsUp(indicator.measure()))
                .isPresent();
    }

    private static void refuse(List<ProblemError> errors) {
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    TargetError.BREAKDOWN_OVER_ALLOCATES, errors.get(0).message(), errors);
        }
    }

    private static ProblemError error(PartsBalance exceeding, Target whole, String pointer) {
        String most = whole.value().toPlainString();
        String sum = exceeding.allocated().toPlainString();
        LocalizedText text = new LocalizedText(
                "分解合计 " + sum + " 超过约束性目标 " + most + "。",
                "The parts add up to " + sum + ", more than the binding target of " + most + ".");
        return new ProblemError(pointer, sum, TargetError.BREAKDOWN_OVER_ALLOCATES.code(), text, List.of("0.." + most));
    }
}
