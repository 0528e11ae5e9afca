package org.finplan.tasks.register.assessment;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.tasks.register.RegisterError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** The assessments of an entry. */
@Path("/api/v1/registers/{register: [^:/]+}/entries/{id: [^:/]+}/assessments")
@Tag(name = "Registers")
class AssessmentResource {

    private final AssessmentService service;

    AssessmentResource(AssessmentService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed(PermissionName.REGISTERS_READ)
    @Refuses(with = RegisterError.class, codes = RegisterError.Code.ENTRY_NOT_FOUND)
    @Operation(
            operationId = "listRegisterAssessments",
            summary = "List the assessments of an entry, by their days",
            description = "All in one page; none where the register takes no assessments.")
    public Page<Assessment> list(
            @PathParam("register") @Parameter(description = "Code of the register.", example = "pilots")
                    String register,
            @PathParam("id") @Parameter(description = "Id of the entry.") UUID id) {
        return new Page<>(service.list(register, id), null, null);
    }

    @POST
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.REGISTERS_WRITE)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = RegisterError.class,
            codes = {
                RegisterError.Code.ENTRY_NOT_FOUND,
                RegisterError.Code.RETIRED,
                RegisterError.Code.NOT_ASSESSED,
                RegisterError.Code.DATE_BEFORE_LAST,
                RegisterError.Code.DATE_IN_FUTURE
            })
    @APIResponse(
            responseCode = "201",
            description = "The assessment as it was recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Assessment.class)))
    @Operation(
            operationId = "assessRegisterEntry",
            summary = "Record what was found of an entry",
            description =
                    "Where the register takes assessments, such as that of pilots. Nothing recorded is changed later.")
    public RestResponse<Assessment> assess(
            @PathParam("register") @Parameter(description = "Code of the register.", example = "pilots")
                    String register,
            @PathParam("id") @Parameter(description = "Id of the entry.") UUID id,
            @NotNull @Valid AssessmentRequest request) {
        Assessment assessment = service.assess(register, id, request);
        return RestResponse.ResponseBuilder.<Assessment>created(
                        URI.create("/api/v1/registers/" + register + "/entries/" + id + "/assessments"))
                .entity(assessment)
                .build();
    }
}
