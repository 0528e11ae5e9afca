package org.finplan.tasks.milestone;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.task.TaskError;
import org.jboss.resteasy.reactive.RestResponse;

/** Single milestones. */
@Path("/api/v1/milestones")
@Tag(name = "Milestones")
class MilestoneResource {

    private static final String ID = "Id of the milestone.";

    private final MilestoneService service;

    MilestoneResource(MilestoneService service) {
        this.service = service;
    }

    @GET
    @Path("{id: [^:/]+}")
    @PermissionsAllowed(PermissionName.TASKS_READ)
    @Refuses(with = MilestoneError.class, codes = MilestoneError.Code.MILESTONE_NOT_FOUND)
    @Operation(
            operationId = "getMilestone",
            summary = "Read a milestone",
            description = "Removed ones too. Its ETag is needed to change it.")
    public RestResponse<MilestoneView> get(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        MilestoneView milestone = service.read(id);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(milestone.version()), milestone);
    }

    @PUT
    @Path("{id: [^:/]+}")
    @RefusesArchived
    @PermissionsAllowed(PermissionName.TASKS_SCHEDULE)
    @Refuses(with = TaskError.class, codes = TaskError.Code.RETIRED)
    @Refuses(
            with = MilestoneError.class,
            codes = {
                MilestoneError.Code.MILESTONE_NOT_FOUND,
                MilestoneError.Code.ACTION_NOT_ALLOWED,
                MilestoneError.Code.END_BEFORE_START,
                MilestoneError.Code.AFTER_DUE_DATE,
                MilestoneError.Code.DATE_OUT_OF_RANGE
            })
    @Operation(
            operationId = "reviseMilestone",
            summary = "Plan a milestone anew",
            description = "With a reason. The day that was planned first stays as originalDate.")
    public RestResponse<MilestoneView> revise(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MilestoneRevisionRequest request) {
        return answer(service.revise(id, ifMatch, request));
    }

    @POST
    @Path("{id: [^:/]+}:achieve")
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.PROGRESS_REPORT)
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.RETIRED, TaskError.Code.TASK_OUT_OF_SCOPE, TaskError.Code.TASK_NOT_OF_UNIT})
    @Refuses(
            with = MilestoneError.class,
            codes = {
                MilestoneError.Code.MILESTONE_NOT_FOUND,
                MilestoneError.Code.ACTION_NOT_ALLOWED,
                MilestoneError.Code.DATE_IN_FUTURE,
                MilestoneError.Code.DATE_BEFORE_PLAN
            })
    @Operation(
            operationId = "achieveMilestone",
            summary = "Say that a milestone was reached",
            description = "With the actual day, by whoever may report progress on the leaf; the name is kept.")
    public RestResponse<MilestoneView> achieve(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AchieveRequest request) {
        return answer(service.achieve(id, ifMatch, request));
    }

    @POST
    @Path("{id: [^:/]+}:take-back")
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.PROGRESS_REPORT)
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.RETIRED, TaskError.Code.TASK_OUT_OF_SCOPE, TaskError.Code.TASK_NOT_OF_UNIT})
    @Refuses(
            with = MilestoneError.class,
            codes = {
                MilestoneError.Code.MILESTONE_NOT_FOUND,
                MilestoneError.Code.ACTION_NOT_ALLOWED,
                MilestoneError.Code.OTHERS_ACHIEVEMENT
            })
    @Operation(
            operationId = "takeBackMilestone",
            summary = "Take back that a milestone was reached",
            description = "With a reason, by whoever said so or by the city.")
    public RestResponse<MilestoneView> takeBack(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MilestoneReasonRequest request) {
        return answer(service.takeBack(id, ifMatch, request.reason()));
    }

    @POST
    @Path("{id: [^:/]+}:remove")
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.TASKS_SCHEDULE)
    @Refuses(with = TaskError.class, codes = TaskError.Code.RETIRED)
    @Refuses(
            with = MilestoneError.class,
            codes = {MilestoneError.Code.MILESTONE_NOT_FOUND, MilestoneError.Code.ACTION_NOT_ALLOWED})
    @Operation(
            operationId = "removeMilestone",
            summary = "Take a milestone out of the plan",
            description = "With a reason. It stays readable, and comparisons with earlier states name it.")
    public RestResponse<MilestoneView> remove(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MilestoneReasonRequest request) {
        return answer(service.remove(id, ifMatch, request.reason()));
    }

    private static RestResponse<MilestoneView> answer(MilestoneView milestone) {
        return Preconditions.changed(EntityTags.of(milestone.version()), milestone);
    }
}
