package org.finplan.indicators.targetsetting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.finplan.indicators.attainment.PathComparison;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.target.StoredTarget;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.security.Caller;

/**
 * Makes first and further versions of targets. Once its last year is over, a plan is held against the targets that it had:
 * none of them, nor the path to it, is made easier, and a region that has one for an indicator gets no other. A region without
 * one may still get its first.
 */
@ApplicationScoped
public class TargetVersions {

    private final Targets targets;
    private final PlanRegister register;
    private final Caller caller;
    private final RecordingTime time;
    private final Clock clock;

    TargetVersions(Targets targets, PlanRegister register, Caller caller, RecordingTime time, Clock clock) {
        this.targets = targets;
        this.register = register;
        this.caller = caller;
        this.time = time;
        this.clock = clock;
    }

    /**
     * Finds out whether there is a target already.
     *
     * @param content what one is to be
     * @return whether its plan, indicator, region and year have one
     */
    boolean exists(TargetContent content) {
        StoredTarget stored = stored(List.of(content)).get(content.key());
        return stored != null && !stored.withdrawn();
    }

    /**
     * Makes the next version of each of many targets. The caller holds the lock of their indicators.
     *
     * @param contents what they are to be, all of one plan
     * @param planVersion the version of the plan that they belong to
     * @param places where each of them stands in the request, by its number
     * @return first versions where there is no target yet, else the next
     * @throws ProblemException 409 when the plan has ended and would be held against less
     */
    List<Target> next(List<TargetContent> contents, int planVersion, IntFunction<String> places) {
        if (contents.isEmpty()) {
            return List.of();
        }
        Map<TargetKey, StoredTarget> stored = stored(contents);
        List<Target> versions = contents.stream()
                .map(content -> version(content, stored.get(content.key()), planVersion))
                .toList();
        refuseEasier(contents.get(0).key().plan(), versions, stored.values(), places);
        return versions;
    }

    private Map<TargetKey, StoredTarget> stored(List<TargetContent> contents) {
        return targets.stored(
                contents.get(0).key().plan(),
                contents.stream().map(TargetContent::key).toList());
    }

    private void refuseEasier(
            String code, List<Target> versions, Collection<StoredTarget> stored, IntFunction<String> places) {
        Plan plan = register.find(code).orElseThrow().plan();
        if (plan.hasEnded(BusinessTime.today(clock))) {
            requireNoEasier(plan, versions, inForce(stored), places);
        }
    }

    private static List<Target> inForce(Collection<StoredTarget> stored) {
        return stored.stream()
                .filter(target -> !target.withdrawn())
                .map(StoredTarget::newest)
                .toList();
    }

    /**
     * Refuses a version of a plan's package that makes it easier to meet the plan once it has ended.
     *
     * @param plan the plan
     * @param changed what its changed and new targets are to be
     * @param takenBack targets that the package has no more
     * @throws ProblemException 409 when the plan has ended and would be held against less; it names the targets
     */
    public void refuseEasier(Plan plan, List<Target> changed, List<Target> takenBack) {
        if (!plan.hasEnded(BusinessTime.today(clock))) {
            return;
        }
        if (!takenBack.isEmpty()) {
            throw ended(
                    plan,
                    takenBack.stream()
                            .map(target -> error(
                                    place(target),
                                    null,
                                    List.of(Demand.of(target).text())))
                            .toList());
        }
        Collection<StoredTarget> stored = targets.stored(
                        plan.code(), changed.stream().map(Target::key).toList())
                .values();
        requireNoEasier(plan, changed, inForce(stored), number -> place(changed.get(number)));
    }

    static String place(Target target) {
        TargetKey key = target.key();
        return "/targets/" + key.indicator() + "/" + key.region() + "/" + key.year();
    }

    private static Target before(TargetKey key, List<Target> known) {
        return known.stream()
                .filter(target -> target.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private void requireNoEasier(Plan plan, List<Target> versions, List<Target> known, IntFunction<String> places) {
        List<ProblemError> errors = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            easing(versions.get(i), known, places.apply(i)).ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            throw ended(plan, errors);
        }
    }

    private static ProblemException ended(Plan plan, List<ProblemError> errors) {
        String code = plan.code();
        return new ProblemException(
                TargetError.PLAN_ENDED,
                new LocalizedText(
                        "规划 " + code + " 已于 " + plan.lastDay() + " 结束：已有目标及其路径不得降低或放宽，也不得增设其他年份的目标。",
                        "The plan " + code + " ended on " + plan.lastDay()
                                + ": a target that it had and the path to it are"
                                + " not made easier, and none of another year is added beside it."),
                errors);
    }

    /** What makes it easier to meet the plan, at most one thing of each target. */
    private Optional<ProblemError> easing(Target next, List<Target> known, String place) {
        TargetKey key = next.key();
        Target before = before(key, known);
        if (before == null) {
            return hasOne(key, known)
                    ? Optional.of(error(place + "/year", String.valueOf(key.year()), List.of()))
                    : Optional.empty();
        }
        if (!next.kind().isLike(before.kind())) {
            return Optional.of(error(
                    place + "/kind", next.kind().code(), List.of(before.kind().code())));
        }
        if (Demand.of(next).isEasierThan(Demand.of(before))) {
            List<String> accepted = List.of(Demand.of(before).text());
            return Optional.of(error(place + "/value", Demand.of(next).text(), accepted));
        }
        return PathComparison.easierFrom(
                        before,
                        next,
                        register.indicator(key.plan(), key.indicator()).orElseThrow())
                .map(expected -> error(
                        place + "/path",
                        next.path() == null ? null : next.path().code(),
                        List.of(expected.year() + ": " + expected.value().toPlainString())));
    }

    private static boolean hasOne(TargetKey key, List<Target> known) {
        return known.stream()
                .filter(Target::primary)
                .map(Target::key)
                .anyMatch(one ->
                        one.indicator().equals(key.indicator()) && one.region().equals(key.region()));
    }

    private static ProblemError error(String pointer, String value, List<String> accepted) {
        return new ProblemError(
                pointer, value, TargetError.PLAN_ENDED.code(), TargetError.PLAN_ENDED.title(), accepted);
    }

    private Target version(TargetContent content, StoredTarget stored, int planVersion) {
        Target before = stored == null ? null : stored.newest();
        return new Target(
                before == null ? Identifiers.next() : before.id(),
                before == null ? 1 : before.version() + 1,
                content.key(),
                content.period(),
                content.kind(),
                content.comparator(),
                content.value(),
                content.upper(),
                content.unit(),
                content.baseline(),
                content.path(),
                content.points(),
                content.nature(),
                null,
                before == null ? null : before.clause(),
                content.reason(),
                time.now(),
                caller.subject(),
                planVersion);
    }
}
