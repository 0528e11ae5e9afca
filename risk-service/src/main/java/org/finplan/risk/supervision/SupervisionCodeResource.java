package org.finplan.risk.supervision;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;

@Path("/api/v1")
@Tag(name = "Supervision")
class SupervisionCodeResource {

    private final SupervisionQueryService records;

    SupervisionCodeResource(SupervisionQueryService records) {
        this.records = records;
    }

    @GET
    @Path("supervision-channels")
    @PermissionsAllowed(PermissionName.METRIC_SCHEMAS_READ)
    @Operation(
            operationId = "listSupervisionChannels",
            summary = "The channels of supervision",
            description = "Those that the plan names.")
    public Page<SupervisionCode> channels() {
        return new Page<>(records.channels(), null, null);
    }

    @GET
    @Path("supervision-parties")
    @PermissionsAllowed(PermissionName.METRIC_SCHEMAS_READ)
    @Operation(
            operationId = "listSupervisionParties",
            summary = "Who signals come from",
            description = "The four parties of supervision that the plan names.")
    public Page<SupervisionCode> parties() {
        return new Page<>(records.parties(), null, null);
    }
}
