package org.finplan.tasks.work;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.Language;

/** What the caller has to do. */
@Path("/api/v1/my-work")
@Tag(name = "Supervised matters")
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
                    "Supervised matters that the caller sees, and the measures of the caller's units; those that are due"
                            + " first, at most 100 of each kind.")
    public MyWorkView read(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language) {
        return service.read(Language.prefersEnglish(language));
    }
}
