package org.finplan.tasks.register.entry;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.problem.Language;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.tasks.register.RegisterError;
import org.finplan.tasks.task.TaskError;

/** Many entries at once. */
@Path("/api/v1/registers/{register: [^:/]+}/entries:import")
@Tag(name = "Registers")
class EntryImportResource {

    private final EntryImportService service;

    EntryImportResource(EntryImportService service) {
        this.service = service;
    }

    @POST
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.REGISTERS_WRITE)
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.UNKNOWN_PLAN, TaskError.Code.PLAN_REQUIRED})
    @Refuses(
            with = RegisterError.class,
            codes = {
                RegisterError.Code.REGISTER_NOT_FOUND,
                RegisterError.Code.RETIRED,
                RegisterError.Code.IMPORT_REFUSED
            })
    @Operation(
            operationId = "importRegisterEntries",
            summary = "Enter many things into a register",
            description =
                    "Up to 500. Atomic, a fault of one is answered with a problem that names every place, and nothing is stored;"
                            + " with mode=partial the good ones are stored and each fault is named in errors.")
    public EntryImportResult take(
            @PathParam("register") @Parameter(description = "Code of the register.", example = "listing-reserve")
                    String register,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the register.")
                    String plan,
            @QueryParam("mode")
                    @DefaultValue("atomic")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"atomic", "partial"}),
                            description = "atomic: all items or none; partial: the good ones.")
                    String mode,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "true: says what would become of the items and stores nothing.")
                    boolean dryRun,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @NotNull @Valid EntryImportRequest request) {
        return service.take(register, plan, request.items(), mode, dryRun, Language.prefersEnglish(language));
    }
}
