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
import org.finplan.tasks.evidence.EvidenceError;
import org.finplan.tasks.supervision.handling.AssignRequest;
import org.finplan.tasks.supervision.handling.NoteRequest;
import org.finplan.tasks.supervision.handling.UrgeRequest;
import org.finplan.tasks.supervision.handling.VerifyRequest;
import org.finplan.tasks.supervision.reply.ReplyRequest;
import org.jboss.resteasy.reactive.RestResponse;

/** The moves that lead a matter from its registration to its score. */
@Path("/api/v1/supervisions")
@Tag(name = "Supervised matters")
class SupervisionMoveResource {

    private final SupervisionService service;

    SupervisionMoveResource(SupervisionService service) {
        this.service = service;
    }

    @POST
    @Path("{id: [^:/]+}:assign")
    @Transactional
    @Idempotent
    @Refuses(
            with = SupervisionError.class,
            codes = {SupervisionError.Code.NOT_FOUND, SupervisionError.Code.ACTION_NOT_ALLOWED})
    @PermissionsAllowed(PermissionName.SUPERVISIONS_DIRECT)
    @Operation(
            operationId = "assignSupervision",
            summary = "Give a matter to its unit (交办)",
            description =
                    "The unit is to receipt it. May be repeated until it does, for another unit too. 409 when its state does not allow it; accepted[] names what it allows.")
    public RestResponse<SupervisionView> assign(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = false) @Valid AssignRequest request) {
        return answer(service.assign(id, ifMatch, request == null ? new AssignRequest(null, null) : request));
    }

    @POST
    @Path("{id: [^:/]+}:acknowledge")
    @Transactional
    @Idempotent
    @Refuses(
            with = SupervisionError.class,
            codes = {SupervisionError.Code.NOT_FOUND, SupervisionError.Code.ACTION_NOT_ALLOWED})
    @PermissionsAllowed(PermissionName.SUPERVISIONS_HANDLE)
    @Operation(
            operationId = "acknowledgeSupervision",
            summary = "Receipt a matter (签收)",
            description =
                    "The unit has it and works on it. 409 when its state does not allow it; accepted[] names what it allows.")
    public RestResponse<SupervisionView> acknowledge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = false) @Valid NoteRequest request) {
        return answer(service.acknowledge(id, ifMatch, note(request)));
    }

    @POST
    @Path("{id: [^:/]+}:reply")
    @Transactional
    @Idempotent
    @Refuses(
            with = SupervisionError.class,
            codes = {
                SupervisionError.Code.NOT_FOUND,
                SupervisionError.Code.ACTION_NOT_ALLOWED,
                SupervisionError.Code.EVIDENCE_MISSING
            })
    @Refuses(with = EvidenceError.class, codes = EvidenceError.Code.INCOMPLETE)
    @PermissionsAllowed(PermissionName.SUPERVISIONS_HANDLE)
    @Operation(
            operationId = "replyToSupervision",
            summary = "Answer a matter (反馈)",
            description =
                    "With evidence: versions of observations, documents by reference and hash, or notes. 422 evidence-missing where it is required and absent. A question for a pause that waits is withdrawn.")
    public RestResponse<SupervisionView> reply(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReplyRequest request) {
        return answer(service.reply(id, ifMatch, request));
    }

    @POST
    @Path("{id: [^:/]+}:verify")
    @Transactional
    @Idempotent
    @Refuses(
            with = SupervisionError.class,
            codes = {
                SupervisionError.Code.NOT_FOUND,
                SupervisionError.Code.ACTION_NOT_ALLOWED,
                SupervisionError.Code.OWN_REPLY,
                SupervisionError.Code.REMARK_MISSING
            })
    @PermissionsAllowed(PermissionName.SUPERVISIONS_DIRECT)
    @Operation(
            operationId = "verifySupervision",
            summary = "Take an answer or return it (核查)",
            description =
                    "Somebody other than whoever answered: 422 own-reply. A return needs its reason and leads back to acknowledged.")
    public RestResponse<SupervisionView> verify(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid VerifyRequest request) {
        return answer(service.verify(id, ifMatch, request));
    }

    @POST
    @Path("{id: [^:/]+}:close")
    @Transactional
    @Idempotent
    @Refuses(
            with = SupervisionError.class,
            codes = {SupervisionError.Code.NOT_FOUND, SupervisionError.Code.ACTION_NOT_ALLOWED})
    @PermissionsAllowed(PermissionName.SUPERVISIONS_DIRECT)
    @Operation(
            operationId = "closeSupervision",
            summary = "Close a matter (办结)",
            description =
                    "Its answer is verified, and no extension waits for a decision. 409 when its state does not allow it; accepted[] names what it allows.")
    public RestResponse<SupervisionView> close(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = false) @Valid NoteRequest request) {
        return answer(service.close(id, ifMatch, note(request)));
    }

    @POST
    @Path("{id: [^:/]+}:score")
    @Transactional
    @Idempotent
    @Refuses(
            with = SupervisionError.class,
            codes = {SupervisionError.Code.NOT_FOUND, SupervisionError.Code.ACTION_NOT_ALLOWED})
    @PermissionsAllowed(PermissionName.SUPERVISIONS_DIRECT)
    @Operation(
            operationId = "scoreSupervision",
            summary = "Score a closed matter (考评)",
            description = "The arithmetic is stored and answered: working days late, returns, escalations.")
    public RestResponse<SupervisionView> score(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = false) @Valid NoteRequest request) {
        return answer(service.score(id, ifMatch, note(request)));
    }

    @POST
    @Path("{id: [^:/]+}:urge")
    @Transactional
    @Idempotent
    @Refuses(
            with = SupervisionError.class,
            codes = {SupervisionError.Code.NOT_FOUND, SupervisionError.Code.ACTION_NOT_ALLOWED})
    @PermissionsAllowed(PermissionName.SUPERVISIONS_DIRECT)
    @Operation(
            operationId = "urgeSupervision",
            summary = "Urge a unit (催办), or write a letter of supervision (督办函)",
            description = "Besides what its ladder does. Not while the clock stands.")
    public RestResponse<SupervisionView> urge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid UrgeRequest request) {
        return answer(service.urge(id, ifMatch, request));
    }

    private static RestResponse<SupervisionView> answer(SupervisionView matter) {
        return Preconditions.changed(EntityTags.of(matter.version()), matter);
    }

    private static String note(NoteRequest request) {
        return request == null ? null : request.note();
    }
}
