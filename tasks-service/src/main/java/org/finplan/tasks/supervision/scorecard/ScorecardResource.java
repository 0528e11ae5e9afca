package org.finplan.tasks.supervision.scorecard;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;

/** How units and regions did. */
@Path("/api/v1/scorecards")
@Tag(name = "Supervision")
class ScorecardResource {

    private final ScorecardService service;

    ScorecardResource(ScorecardService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed(PermissionName.SUPERVISIONS_READ)
    @Operation(
            operationId = "getScorecards",
            summary = "How units and regions did in a period",
            description = "Of matters closed in the period, and of those that are open now: counts, and the ratios that"
                    + " follow from them. At most 1,000 lines.")
    public ScorecardView read(
            @QueryParam("period")
                    @Parameter(required = true, description = "A year, half-year, quarter or month.", example = "2026")
                    String period) {
        return service.read(period);
    }
}
