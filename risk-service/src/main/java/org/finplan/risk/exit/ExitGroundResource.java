package org.finplan.risk.exit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;

@Path("/api/v1/exit-grounds")
@Tag(name = "Institution exits")
class ExitGroundResource {

    private final ExitQueryService exits;

    ExitGroundResource(ExitQueryService exits) {
        this.exits = exits;
    }

    @GET
    @PermissionsAllowed(PermissionName.METRIC_SCHEMAS_READ)
    @Operation(
            operationId = "listExitGrounds",
            summary = "Why institutions are listed for their exit",
            description = "With the calendar days on which objections count, and where they are from.")
    public Page<ExitGround> grounds() {
        return new Page<>(exits.grounds(), null, null);
    }
}
