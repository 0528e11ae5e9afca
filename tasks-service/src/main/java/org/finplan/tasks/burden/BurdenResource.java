package org.finplan.tasks.burden;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;

/** Who is asked for what. */
@Path("/api/v1/reporting-burden")
@Tag(name = "Progress reports")
class BurdenResource {

    private final BurdenService service;

    BurdenResource(BurdenService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed(PermissionName.TASKS_READ)
    @Operation(
            operationId = "listReportingBurden",
            summary = "List who is asked for what, and which datum is asked for twice",
            description =
                    "Each region that a leaf asks for its progress, then the open supervised matters of the unit. Each"
                            + " names the figures that it is about: those that an observation says already are to be cited, not"
                            + " typed again.")
    public Page<DemandView> list(
            @QueryParam("unit")
                    @Parameter(
                            description =
                                    "Code of a region that is asked, of an organisation that leads a task, or of the unit"
                                            + " of a matter; all that the caller sees when absent.",
                            example = "441202")
                    String unit,
            @BeanParam PageParameters paging) {
        return service.list(unit, paging);
    }
}
