package org.finplan.indicators.due;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.reading.KnowledgeParameters;
import org.finplan.indicators.reading.PeriodRange;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;

/** Lists figures that are due and not there. */
@Path("/api/v1/observations:missing")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Observations")
class MissingResource {

    private final PlanScope plans;
    private final MissingFigures figures;
    private final SettledTime settled;

    MissingResource(PlanScope plans, MissingFigures figures, SettledTime settled) {
        this.plans = plans;
        this.figures = figures;
        this.settled = settled;
    }

    @GET
    @Operation(
            operationId = "listMissingObservations",
            summary = "Lists due periods without a value, by indicator and region.",
            description = "A value is due where a target is. How often and how long after the end of a period is"
                    + " configuration (finplan.due), since no plan says so; a day off moves to the next working day. toldAt"
                    + " says when report.overdue told of a figure whose day was over.")
    public Page<MissingFigures.Missing> list(
            @QueryParam("plan") @Parameter(required = true, description = "Plan code.", example = "zq-fin-14fyp")
                    String planCode,
            @QueryParam("indicator") @Parameter(description = "Indicator code; all of the plan when absent.")
                    String indicator,
            @QueryParam("region")
                    @Parameter(
                            description =
                                    "Region code; when absent the city and all regions with targets of their own.")
                    String region,
            @BeanParam PeriodRange range,
            @BeanParam KnowledgeParameters asOf,
            @BeanParam PageParameters page) {
        PlanPackage plan = plans.require(planCode);
        List<MissingFigures.Missing> all =
                figures.list(plan, indicators(plan, indicator), region, asOf.at(settled.of(asOf))).stream()
                        .filter(missing -> range.holds(Period.parse(missing.period())))
                        .toList();
        List<String> places = all.stream().map(MissingResource::place).toList();
        int from = page.afterKey().map(after -> places.indexOf(after) + 1).orElse(0);
        return Page.of(
                all.subList(from, Math.min(all.size(), from + page.limit() + 1)),
                page.limit(),
                missing -> page.cursor(place(missing)),
                page.countsExactly() ? (long) all.size() : null);
    }

    private static List<IndicatorDefinition> indicators(PlanPackage plan, String code) {
        if (code == null) {
            return DueFigures.indicators(plan);
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

    private static String place(MissingFigures.Missing missing) {
        return missing.indicator() + " " + missing.region() + " " + missing.period();
    }
}
