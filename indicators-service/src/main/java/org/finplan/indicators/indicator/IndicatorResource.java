package org.finplan.indicators.indicator;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.SettledTime;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.time.AsOf;

/** The indicators of a plan with their targets, and all series. */
@Path("/api/v1/indicators")
@PermissionsAllowed(PermissionName.PLANS_READ)
@Tag(name = "Indicators")
class IndicatorResource {

    private final IndicatorService service;
    private final SettledTime settled;

    IndicatorResource(IndicatorService service, SettledTime settled) {
        this.service = service;
        this.settled = settled;
    }

    @GET
    @Operation(
            operationId = "listIndicators",
            summary = "Lists the indicators of a plan in the order of their numbers; without a plan all series.",
            description = "Without a plan all series are listed, also those that no plan has a target for.")
    public Page<IndicatorView> list(
            @QueryParam("plan") @Parameter(description = "Plan code.", example = "zq-fin-14fyp") String plan,
            @BeanParam AsOf asOf,
            @BeanParam PageParameters page) {
        List<IndicatorView> all = plan == null ? service.series() : service.indicators(plan, settled.of(asOf));
        int from = page.afterKey()
                .map(after -> all.stream().map(IndicatorView::code).toList().indexOf(after) + 1)
                .orElse(0);
        return Page.of(
                all.subList(from, Math.min(all.size(), from + page.limit() + 1)),
                page.limit(),
                row -> page.cursor(row.code()),
                page.countsExactly() ? (long) all.size() : null);
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "getIndicator",
            summary = "Reads an indicator of a plan, or a series.",
            description =
                    "With a plan: its baseline, targets and growth as they were known at asOf. Without: the series"
                            + " alone.")
    public IndicatorView get(
            @PathParam("code") @Parameter(description = "Indicator or series code.", example = "green-credit")
                    String code,
            @QueryParam("plan") @Parameter(description = "Plan code.", example = "zq-fin-14fyp") String plan,
            @BeanParam AsOf asOf) {
        return plan == null ? service.series(code) : service.indicator(plan, code, settled.of(asOf));
    }
}
