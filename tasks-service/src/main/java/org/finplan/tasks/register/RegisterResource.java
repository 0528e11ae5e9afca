package org.finplan.tasks.register;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.tasks.task.TaskError;

/** The registers that the plans ask for. */
@Path("/api/v1/registers")
@Tag(name = "Registers")
@PermissionsAllowed(PermissionName.REGISTERS_READ)
class RegisterResource {

    private final Registers registers;

    RegisterResource(Registers registers) {
        this.registers = registers;
    }

    @GET
    @Refuses(with = TaskError.class, codes = TaskError.Code.UNKNOWN_PLAN)
    @Operation(
            operationId = "listRegisters",
            summary = "List the registers that the plans ask for",
            description =
                    "With their stages, fields and opening stocks, all in one page. Which registers there are is said by"
                            + " registers.json of the plan package.")
    public Page<RegisterView> list(
            @QueryParam("plan") @Parameter(description = "Plan code.", example = "zq-fin-14fyp") String plan) {
        return new Page<>(registers.all(plan).stream().map(RegisterView::of).toList(), null, null);
    }

    @GET
    @Path("{register: [^:/]+}")
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.UNKNOWN_PLAN, TaskError.Code.PLAN_REQUIRED})
    @Refuses(with = RegisterError.class, codes = RegisterError.Code.REGISTER_NOT_FOUND)
    @Operation(
            operationId = "getRegister",
            summary = "Read what a register is",
            description = "Its stages with what may follow each, its fields, its opening stock.")
    public RegisterView get(
            @PathParam("register") @Parameter(description = "Code of the register.", example = "listing-reserve")
                    String register,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the register.")
                    String plan) {
        return RegisterView.of(registers.require(register, plan));
    }
}
