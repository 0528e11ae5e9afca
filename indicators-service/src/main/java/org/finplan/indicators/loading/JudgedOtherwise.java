package org.finplan.indicators.loading;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;

/**
 * Which indicators another version of a package has judged otherwise though neither a target nor a figure changes: by their
 * direction, measure, benchmark or printed growth, or by the years of the plan, or by whether it is a draft, or by what the package
 * says of definitions and breaks. Plain Java.
 */
final class JudgedOtherwise {

    private JudgedOtherwise() {}

    /**
     * Compares two versions.
     *
     * @param before the version in force, null when it is not known
     * @param after the new version
     * @return codes of indicators of both
     */
    static Set<String> indicators(PlanPackage before, PlanPackage after) {
        if (before == null) {
            return Set.of();
        }
        boolean all = !sameSpan(before.plan(), after.plan());
        return after.indicators().stream()
                .filter(now -> before.indicators().stream()
                        .anyMatch(was -> was.code().equals(now.code())
                                && (all
                                        || !sameRules(was, now)
                                        || !after.definitions().saysSameOf(now.code(), before.definitions()))))
                .map(IndicatorDefinition::code)
                .collect(Collectors.toSet());
    }

    private static boolean sameSpan(Plan was, Plan now) {
        return was.draft() == now.draft()
                && was.horizon().equals(now.horizon())
                && was.baselineYear() == now.baselineYear();
    }

    private static boolean sameRules(IndicatorDefinition was, IndicatorDefinition now) {
        return was.direction() == now.direction()
                && was.measure() == now.measure()
                && was.pointInTime() == now.pointInTime()
                && Objects.equals(was.growth(), now.growth())
                && Objects.equals(was.target().relative(), now.target().relative());
    }
}
