package org.finplan.tasks.milestone;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
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
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.tasks.task.TaskError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** The milestones of one leaf. */
@Path("/api/v1/tasks/{id}/milestones")
@Tag(name = "Milestones")
class TaskMilestoneResource {

    private final MilestoneService service;

    TaskMilestoneResource(MilestoneService service) {
        this.service = service;
    }

    @POST
    @Transactional
    @Idempotent
    @RefusesArchived
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = TaskError.class,
            codes = {
                TaskError.Code.TASK_NOT_FOUND,
                TaskError.Code.PLAN_REQUIRED,
                TaskError.Code.UNKNOWN_PLAN,
                TaskError.Code.NOT_SCHEDULED,
                TaskError.Code.RETIRED
            })
    @Refuses(
            with = MilestoneError.class,
            codes = {
                MilestoneError.Code.END_BEFORE_START,
                MilestoneError.Code.AFTER_DUE_DATE,
                MilestoneError.Code.DATE_OUT_OF_RANGE,
                MilestoneError.Code.TOO_MANY
            })
    @PermissionsAllowed(PermissionName.TASKS_SCHEDULE)
    @APIResponse(
            responseCode = "201",
            description = "The milestone as it was planned",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MilestoneView.class)))
    @Operation(
            operationId = "planMilestone",
            summary = "Plan a milestone of a leaf",
            description = "The city plans; the schedule of the leaf follows from its milestones. At most 100 of a leaf."
                    + " A milestone does not lie after the deadline of its task.")
    public RestResponse<MilestoneView> plan(
            @PathParam("id") @Parameter(description = "Id of the leaf.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @NotNull @Valid MilestoneRequest request) {
        MilestoneView milestone = service.plan(id, plan, request);
        return RestResponse.ResponseBuilder.<MilestoneView>created(URI.create("/api/v1/milestones/" + milestone.id()))
                .header(HttpHeaders.ETAG, EntityTags.of(milestone.version()))
                .entity(milestone)
                .build();
    }

    @GET
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.TASK_NOT_FOUND, TaskError.Code.PLAN_REQUIRED, TaskError.Code.UNKNOWN_PLAN})
    @PermissionsAllowed(PermissionName.TASKS_READ)
    @Operation(
            operationId = "listMilestonesOfTask",
            summary = "List the milestones of a leaf, in their order",
            description = "Removed ones only when they are asked for.")
    public Page<MilestoneView> list(
            @PathParam("id") @Parameter(description = "Id of the leaf.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @QueryParam("removed")
                    @DefaultValue("false")
                    @Parameter(description = "Whether removed ones are listed too.")
                    boolean removed,
            @BeanParam PageParameters paging) {
        return service.list(id, plan, removed, paging);
    }
}
