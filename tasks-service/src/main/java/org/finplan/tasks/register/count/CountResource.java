package org.finplan.tasks.register.count;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.tasks.register.RegisterError;
import org.finplan.tasks.task.TaskError;

/** How many a register has. */
@Path("/api/v1/registers")
@Tag(name = "Registers")
class CountResource {

    private final CountService service;

    CountResource(CountService service) {
        this.service = service;
    }

    @GET
    @Path("{register: [^:/]+}:count")
    @PermissionsAllowed(PermissionName.REGISTERS_READ)
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.UNKNOWN_PLAN, TaskError.Code.PLAN_REQUIRED, TaskError.Code.UNKNOWN_REGION})
    @Refuses(with = RegisterError.class, codes = RegisterError.Code.REGISTER_NOT_FOUND)
    @Operation(
            operationId = "countRegister",
            summary = "Count what a register has on a day",
            description =
                    "The opening stock, and what entered, without what left, each of them told. An entry of the day of the"
                            + " opening stock or before is one of those that the stock counts. complete says whether it is the"
                            + " count of all there are.")
    public RegisterCountView count(
            @PathParam("register") @Parameter(description = "Code of the register.", example = "listing-reserve")
                    String register,
            @BeanParam CountParameters wanted) {
        return service.count(register, wanted);
    }
}
