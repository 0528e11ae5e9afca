package org.finplan.risk.exit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.risk.institution.InstitutionError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/institution-exits")
@Tag(name = "Institution exits")
class ExitResource {

    private final ExitService exits;

    ExitResource(ExitService exits) {
        this.exits = exits;
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_DIRECT)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = ExitError.class,
            codes = {ExitError.Code.UNKNOWN_GROUND, ExitError.Code.EXIT_OPEN})
    @Refuses(
            with = InstitutionError.class,
            codes = {
                InstitutionError.Code.UNKNOWN_INSTITUTION,
                InstitutionError.Code.STATUS_FINAL,
                InstitutionError.Code.DATES_CONTRADICT
            })
    @Operation(
            operationId = "listInstitutionForExit",
            summary = "List an institution for its exit, with its ground",
            description = "409 exit-open when it is listed and nothing is decided. Its status stays as it is.")
    public RestResponse<ExitView> list(@NotNull @Valid ExitListingRequest request) {
        ExitView exit = exits.list(request);
        return RestResponse.ResponseBuilder.<ExitView>created(URI.create(InstitutionExit.path(exit.id())))
                .entity(exit)
                .header(HttpHeaders.ETAG, exit.tag())
                .build();
    }

    @POST
    @Path("{id}:publish-notice")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_DIRECT)
    @Refuses(with = ExitError.class, codes = ExitError.Code.NOT_ALLOWED)
    @Refuses(with = InstitutionError.class, codes = InstitutionError.Code.DATES_CONTRADICT)
    @Operation(
            operationId = "publishExitNotice",
            summary = "Record that the notice was published",
            description = "From the day after it, objections count for the calendar days of the ground.")
    public RestResponse<ExitView> publishNotice(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ExitStepRequest step) {
        return answer(exits.move(id, ifMatch, ExitAction.PUBLISH_NOTICE, step));
    }

    @POST
    @Path("{id}:object")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @Refuses(
            with = ExitError.class,
            codes = {ExitError.Code.NOT_ALLOWED, ExitError.Code.TERM_PASSED})
    @Refuses(with = InstitutionError.class, codes = InstitutionError.Code.DATES_CONTRADICT)
    @Operation(
            operationId = "objectToExit",
            summary = "Record an objection",
            description = "It counts by its own day, whenever it is entered; one of a later day than the term is 422.")
    public RestResponse<ExitView> object(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ExitStepRequest step) {
        return answer(exits.move(id, ifMatch, ExitAction.OBJECT, step));
    }

    @POST
    @Path("{id}:decide-objection")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_DIRECT)
    @Refuses(
            with = ExitError.class,
            codes = {ExitError.Code.NOT_ALLOWED, ExitError.Code.UNKNOWN_OBJECTION, ExitError.Code.UNKNOWN_OUTCOME})
    @Refuses(with = InstitutionError.class, codes = InstitutionError.Code.DATES_CONTRADICT)
    @Operation(
            operationId = "decideObjectionToExit",
            summary = "Say what became of an objection",
            description = "upheld: the institution cannot be struck off in this exit. rejected: it no longer stands in"
                    + " the way.")
    public RestResponse<ExitView> decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ObjectionDecisionRequest decision) {
        return answer(exits.decide(id, ifMatch, decision));
    }

    @POST
    @Path("{id}:cancel")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_DIRECT)
    @Refuses(with = ExitError.class, codes = ExitError.Code.NOT_ALLOWED)
    @Refuses(with = InstitutionError.class, codes = InstitutionError.Code.DATES_CONTRADICT)
    @Operation(
            operationId = "cancelInstitution",
            summary = "Strike the institution off",
            description = "Only after the term for objections, when all are decided and none was upheld. The register"
                    + " has the status cancelled from that day.")
    public RestResponse<ExitView> cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ExitStepRequest step) {
        return answer(exits.move(id, ifMatch, ExitAction.CANCEL, step));
    }

    @POST
    @Path("{id}:keep")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_DIRECT)
    @Refuses(with = ExitError.class, codes = ExitError.Code.NOT_ALLOWED)
    @Refuses(with = InstitutionError.class, codes = InstitutionError.Code.DATES_CONTRADICT)
    @Operation(
            operationId = "keepInstitution",
            summary = "Take the institution from the list",
            description = "It keeps its status. It can be listed again later, as a further exit.")
    public RestResponse<ExitView> keep(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ExitStepRequest step) {
        return answer(exits.move(id, ifMatch, ExitAction.KEEP, step));
    }

    private static RestResponse<ExitView> answer(ExitView exit) {
        return Preconditions.changed(exit.tag(), exit);
    }
}
