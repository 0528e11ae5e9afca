package org.finplan.tasks.supervision;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;

/** What the caller has to do. */
@Path("/api/v1/my-work")
@Tag(name = "Supervision")
class MyWorkResource {

    private final MyWorkService service;

    MyWorkResource(MyWorkService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed(PermissionName.SUPERVISIONS_READ)
    @Operation(
            operationId = "getMyWork",
            summary = "What is due, returned, or waiting for the caller",
            description =
                    "Supervised matters that the caller sees, those that are due first, at most 100 of each kind.")
    public MyWorkView read() {
        return service.read();
    }
}
