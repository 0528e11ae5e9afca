package org.finplan.tasks.supervision;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.supervision.handling.OpenRequest;
import org.finplan.tasks.supervision.timeline.SupervisionTimelineView;
import org.finplan.tasks.task.TaskError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Supervised matters: registered and read. */
@Path("/api/v1/supervisions")
@Tag(name = "Supervised matters")
@PermissionsAllowed(PermissionName.SUPERVISIONS_READ)
class SupervisionResource {

    private final RegistrationService registration;
    private final SupervisionQueryService query;

    SupervisionResource(RegistrationService registration, SupervisionQueryService query) {
        this.registration = registration;
        this.query = query;
    }

    @POST
    @Transactional
    @Idempotent
    @RefusesArchived
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = SupervisionError.class,
            codes = {
                SupervisionError.Code.UNKNOWN_REGION,
                SupervisionError.Code.REGION_REQUIRED,
                SupervisionError.Code.UNKNOWN_LADDER,
                SupervisionError.Code.TWO_DEADLINES,
                SupervisionError.Code.DATE_PASSED,
                SupervisionError.Code.DATE_TOO_LATE
            })
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.TASK_NOT_FOUND, TaskError.Code.PLAN_REQUIRED})
    @PermissionsAllowed(PermissionName.SUPERVISIONS_DIRECT)
    @APIResponse(
            responseCode = "201",
            description = "The matter as it was registered",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SupervisionView.class)))
    @Operation(
            operationId = "registerSupervision",
            summary = "Register a matter for supervision (立项)",
            description = "Its deadline is a date or a number of working days; its ladder is copied to it. The original"
                    + " deadline is kept for ever.")
    public RestResponse<SupervisionView> register(@NotNull @Valid OpenRequest request) {
        SupervisionView matter = registration.register(request);
        return RestResponse.ResponseBuilder.<SupervisionView>created(URI.create("/api/v1/supervisions/" + matter.id()))
                .header(HttpHeaders.ETAG, EntityTags.of(matter.version()))
                .entity(matter)
                .build();
    }

    @GET
    @Operation(
            operationId = "listSupervisions",
            summary = "List supervised matters, newest first",
            description = "Those of the caller's regions; a unit officer's are those of its units. Filters combine.")
    public Page<SupervisionSummaryView> list(
            @BeanParam SupervisionListParameters wanted, @BeanParam PageParameters paging) {
        return query.list(wanted, paging);
    }

    @GET
    @Path("{id: [^:/]+}")
    @Refuses(with = SupervisionError.class, codes = SupervisionError.Code.NOT_FOUND)
    @Operation(
            operationId = "getSupervision",
            summary = "Read a supervised matter",
            description = "With its answers, questions and score. Its ETag is needed for every move.")
    public RestResponse<SupervisionView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        SupervisionView matter = query.get(id);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(matter.version()), matter);
    }

    @GET
    @Path("{id: [^:/]+}/timeline")
    @Refuses(with = SupervisionError.class, codes = SupervisionError.Code.NOT_FOUND)
    @Operation(
            operationId = "getSupervisionTimeline",
            summary = "What happened to a supervised matter",
            description = "Every step with time, person and unit, in its order.")
    public Page<SupervisionTimelineView> timeline(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        return query.timeline(id, paging);
    }
}
