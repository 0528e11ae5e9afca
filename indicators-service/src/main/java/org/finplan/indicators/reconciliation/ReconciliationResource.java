package org.finplan.indicators.reconciliation;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.plan.Catalogue;
import org.finplan.indicators.region.Parts;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.platform.web.time.AsOf;

/** Answers the report of the city's figures against those of its parts. */
@Path("/api/v1/reconciliations")
@PermissionsAllowed(PermissionName.RECONCILIATION_READ)
@Tag(name = "Reconciliation")
class ReconciliationResource {

    private final Catalogue catalogue;
    private final Reconciliation reconciliation;
    private final DisputeRepository disputes;
    private final RegionScope scope;
    private final Clock clock;

    ReconciliationResource(
            Catalogue catalogue,
            Reconciliation reconciliation,
            DisputeRepository disputes,
            RegionScope scope,
            Clock clock) {
        this.catalogue = catalogue;
        this.reconciliation = reconciliation;
        this.disputes = disputes;
        this.scope = scope;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getReconciliation",
            summary = "Holds the figures of the city against the sum of its parts.",
            description =
                    "The parts are the county-level divisions, and the functional zones and the city level where they"
                            + " report apart. A difference is reported, never written over a figure. A ratio is recomputed by its"
                            + " formula on the sums over the parts. Only for callers who read all parts.")
    public ReconciliationView get(
            @QueryParam("plan") @Parameter(required = true, description = "Plan code.", example = "zq-fin-14fyp")
                    String planCode,
            @QueryParam("period")
                    @Parameter(
                            required = true,
                            description = "Period, or PLAN for all years of the plan.",
                            example = "2024")
                    String period,
            @QueryParam("indicator") @Parameter(description = "Indicator code; all of the plan when absent.")
                    String indicator,
            @QueryParam("region") @Parameter(description = "Code of the whole; the city when absent.") String region,
            @BeanParam AsOf asOf) {
        PlanPackage plan = catalogue.requirePlan(planCode);
        Period about = Catalogue.period(plan, period == null ? "" : period)
                .orElseThrow(() -> ProblemException.invalidParameter("period", period, Period.NOTATIONS));
        List<IndicatorDefinition> indicators = indicators(plan, indicator);
        String whole = whole(region == null ? Catalogue.city(plan) : region, about);
        Instant instant = asOf.orElse(clock.instant());
        return ReconciliationView.of(
                planCode,
                whole,
                about,
                instant,
                reconciliation.cells(indicators, whole, about, instant),
                disputes.open(
                        planCode,
                        whole,
                        about.text(),
                        indicators.stream().map(IndicatorDefinition::code).toList()));
    }

    private static List<IndicatorDefinition> indicators(PlanPackage plan, String code) {
        if (code == null) {
            return plan.indicators();
        }
        List<IndicatorDefinition> found = plan.indicators().stream()
                .filter(row -> row.code().equals(code))
                .toList();
        if (found.isEmpty()) {
            throw ProblemException.invalidParameter(
                    "indicator",
                    code,
                    plan.indicators().stream().map(IndicatorDefinition::code).toList());
        }
        return found;
    }

    /** A sum over parts that the caller sees only in part would be wrong, so it is not given. */
    private String whole(String region, Period period) {
        Parts parts = Parts.of(catalogue.regions(), region, period);
        if (!scope.readable().contains(region) || parts.all().isEmpty()) {
            LocalizedText text = new LocalizedText(
                    "地区 " + region + " 没有可核对的下级。", "The region " + region + " has no parts to add up.");
            throw new ProblemException(
                    WebError.NOT_FOUND,
                    text,
                    List.of(new ProblemError("?region", region, WebError.NOT_FOUND.code(), text, List.of())));
        }
        if (!parts.all().stream().allMatch(scope.readable()::contains)) {
            throw new ProblemException(
                    WebError.FORBIDDEN,
                    new LocalizedText("只有可查看全部下级地区的用户才能核对。", "Only callers who read all parts can reconcile."));
        }
        return region;
    }
}
