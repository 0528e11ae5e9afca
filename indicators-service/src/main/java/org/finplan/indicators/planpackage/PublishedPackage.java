package org.finplan.indicators.planpackage;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.loading.PackageEffects;
import org.finplan.indicators.planchange.PlanChanges;
import org.finplan.indicators.planversion.PackageVersion;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;

/**
 * What publishing a plan package does, or would do.
 *
 * @param plan plan code
 * @param dryRun whether nothing was published
 * @param version number of the new version; absent of a dry run
 * @param state preparing; absent of a dry run
 * @param versionInForce number of the version in force; absent of a new plan
 * @param changes what it says otherwise than the version in force
 * @param effects what that does to targets, figures and formulas as they now stand
 * @param retired indicators that the plan has no more: they stay readable, their judgements and alerts stay as they are, and
 *     nothing more is written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanPackagePublication")
record PublishedPackage(
        String plan,
        boolean dryRun,
        @Nullable Integer version,
        @Nullable String state,
        @Nullable Integer versionInForce,
        PlanChanges changes,
        PackageEffects.View effects,
        List<String> retired) {

    static PublishedPackage of(
            PlanPackage before, PlanPackage after, Integer inForce, PackageEffects effects, PackageVersion published) {
        return new PublishedPackage(
                after.plan().code(),
                published == null,
                published == null ? null : published.version(),
                published == null ? null : published.state().code(),
                inForce,
                PlanChanges.between(before, after),
                effects.view(),
                retired(before, after));
    }

    private static List<String> retired(PlanPackage before, PlanPackage after) {
        List<String> kept =
                after.indicators().stream().map(IndicatorDefinition::code).toList();
        return before == null
                ? List.of()
                : before.indicators().stream()
                        .map(IndicatorDefinition::code)
                        .filter(code -> !kept.contains(code))
                        .toList();
    }
}
