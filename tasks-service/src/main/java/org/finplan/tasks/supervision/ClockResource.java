package org.finplan.tasks.supervision;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.supervision.handling.DecisionRequest;
import org.finplan.tasks.supervision.handling.ExtensionRequest;
import org.finplan.tasks.supervision.handling.NoteRequest;
import org.finplan.tasks.supervision.handling.SuspendRequest;
import org.jboss.resteasy.reactive.RestResponse;

/** Pauses of a matter, and more time for it. */
@Path("/api/v1/supervisions")
@Tag(name = "Supervised matters")
class ClockResource {

    private final ClockService service;

    ClockResource(ClockService service) {
        this.service = service;
    }

    @POST
    @Path("{id: [^:/]+}:suspend")
    @Transactional
    @Idempotent
    @Refuses(
            with = SupervisionError.class,
            codes = {
                SupervisionError.Code.NOT_FOUND,
                SupervisionError.Code.ACTION_NOT_ALLOWED,
                SupervisionError.Code.DATE_PASSED,
                SupervisionError.Code.DATE_TOO_LATE
            })
    @PermissionsAllowed(PermissionName.SUPERVISIONS_HANDLE)
    @Operation(
            operationId = "suspendSupervision",
            summary = "Ask that the clock stands",
            description =
                    "While the unit waits for somebody outside. Once somebody else grants it, the clock stands from the day of the question and goes on by itself.")
    public RestResponse<SupervisionView> suspend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SuspendRequest request) {
        return answer(service.suspend(id, ifMatch, request));
    }

    @POST
    @Path("{id: [^:/]+}:decide-suspension")
    @Transactional
    @Idempotent
    @Refuses(
            with = SupervisionError.class,
            codes = {
                SupervisionError.Code.NOT_FOUND,
                SupervisionError.Code.ACTION_NOT_ALLOWED,
                SupervisionError.Code.OWN_QUESTION,
                SupervisionError.Code.REMARK_MISSING
            })
    @PermissionsAllowed(PermissionName.SUPERVISIONS_DIRECT)
    @Operation(
            operationId = "decideSupervisionSuspension",
            summary = "Grant or refuse a pause",
            description =
                    "Somebody other than whoever asked: 422 own-question. The current deadline moves by the working days on which the clock stands, the original one stays.")
    public RestResponse<SupervisionView> decideSuspension(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        return answer(service.decideSuspension(id, ifMatch, request));
    }

    @POST
    @Path("{id: [^:/]+}:resume")
    @Transactional
    @Idempotent
    @Refuses(
            with = SupervisionError.class,
            codes = {SupervisionError.Code.NOT_FOUND, SupervisionError.Code.ACTION_NOT_ALLOWED})
    @PermissionsAllowed(PermissionName.SUPERVISIONS_HANDLE)
    @Operation(
            operationId = "resumeSupervision",
            summary = "Let the clock go on from today",
            description = "Before the day that was set, or takes the question for a pause back.")
    public RestResponse<SupervisionView> resume(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = false) @Valid NoteRequest request) {
        return answer(service.resume(id, ifMatch, note(request)));
    }

    @POST
    @Path("{id: [^:/]+}:request-extension")
    @Transactional
    @Idempotent
    @Refuses(
            with = SupervisionError.class,
            codes = {
                SupervisionError.Code.NOT_FOUND,
                SupervisionError.Code.ACTION_NOT_ALLOWED,
                SupervisionError.Code.EXTENSION_NOT_LATER,
                SupervisionError.Code.EXTENSION_AFTER_CLOSING,
                SupervisionError.Code.DATE_PASSED,
                SupervisionError.Code.DATE_TOO_LATE
            })
    @PermissionsAllowed(PermissionName.SUPERVISIONS_HANDLE)
    @Operation(
            operationId = "askSupervisionExtension",
            summary = "Ask for more time",
            description =
                    "422 extension-not-later unless it is after the current deadline; 422 extension-after-closing once it is closed.")
    public RestResponse<SupervisionView> requestExtension(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ExtensionRequest request) {
        return answer(service.requestExtension(id, ifMatch, request));
    }

    @POST
    @Path("{id: [^:/]+}:decide-extension")
    @Transactional
    @Idempotent
    @Refuses(
            with = SupervisionError.class,
            codes = {
                SupervisionError.Code.NOT_FOUND,
                SupervisionError.Code.ACTION_NOT_ALLOWED,
                SupervisionError.Code.OWN_QUESTION,
                SupervisionError.Code.REMARK_MISSING,
                SupervisionError.Code.EXTENSION_NOT_LATER,
                SupervisionError.Code.EXTENSION_AFTER_CLOSING,
                SupervisionError.Code.DATE_PASSED,
                SupervisionError.Code.DATE_TOO_LATE
            })
    @PermissionsAllowed(PermissionName.SUPERVISIONS_DIRECT)
    @Operation(
            operationId = "decideSupervisionExtension",
            summary = "Grant or refuse more time",
            description =
                    "Somebody other than whoever asked: 422 own-question. The original deadline stays; the ladder begins anew for the new one.")
    public RestResponse<SupervisionView> decideExtension(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        return answer(service.decideExtension(id, ifMatch, request));
    }

    private static RestResponse<SupervisionView> answer(SupervisionView matter) {
        return Preconditions.changed(EntityTags.of(matter.version()), matter);
    }

    private static String note(NoteRequest request) {
        return request == null ? null : request.note();
    }
}
