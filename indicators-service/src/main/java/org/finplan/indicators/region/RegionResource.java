package org.finplan.indicators.region;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;

/**
 * The regions of the plans that the caller sees. Within a city they are no secret: the scope decides on their figures.
 */
@Path("/api/v1/regions")
@PermissionsAllowed(PermissionName.PLANS_READ)
@Tag(name = "Reference data")
class RegionResource {

    private final PlanRegister register;
    private final PlanScope plans;

    RegionResource(PlanRegister register, PlanScope plans) {
        this.register = register;
        this.plans = plans;
    }

    @GET
    @Operation(
            operationId = "listRegions",
            summary = "Lists the regions of the city and the reference regions, which never enter city sums.",
            description = "By division code. Reference regions are read for comparison and never written to.")
    public Page<RegionDefinition> list(@BeanParam PageParameters page) {
        Set<String> seen = plans.regions();
        List<RegionDefinition> all = register.regions().all().stream()
                .filter(region -> seen.contains(region.code()))
                .toList();
        int from = page.afterKey()
                .map(after -> all.stream().map(RegionDefinition::code).toList().indexOf(after) + 1)
                .orElse(0);
        return Page.of(
                all.subList(from, Math.min(all.size(), from + page.limit() + 1)),
                page.limit(),
                region -> page.cursor(region.code()),
                page.countsExactly() ? (long) all.size() : null);
    }

    @GET
    @Path("/{region}")
    @Operation(operationId = "getRegion", summary = "Reads a region.", description = "By its division code.")
    public RegionDefinition get(@PathParam("region") String region) {
        return register.regions()
                .find(region)
                .filter(found -> plans.regions().contains(found.code()))
                .orElseThrow(() -> new ProblemException(
                        WebError.NOT_FOUND,
                        new LocalizedText("没有地区 " + region + "。", "There is no region " + region + ".")));
    }
}
