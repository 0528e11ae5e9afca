package org.finplan.tasks.rollup;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.task.TaskError;
import org.jboss.resteasy.reactive.RestResponse;

/** How a branch is rolled up. */
@Path("/api/v1/tasks/{id}/roll-up")
@Tag(name = "Tasks")
class RollUpResource {

    private static final String ID = "Id of a node that is no measure.";
    private static final String PLAN = "Plan code, when several plans have the id.";
    private static final String AREA = "t4.1";

    private final RollUpService service;

    RollUpResource(RollUpService service) {
        this.service = service;
    }

    @GET
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.TASK_NOT_FOUND, TaskError.Code.PLAN_REQUIRED, TaskError.Code.UNKNOWN_PLAN})
    @Refuses(with = RollUpError.class, codes = RollUpError.Code.OF_A_LEAF)
    @PermissionsAllowed(PermissionName.TASKS_READ)
    @Operation(
            operationId = "getTaskRollUp",
            summary = "Read how a branch is rolled up",
            description = "Its ETag is needed to set it. What follows from it stands on the node, in rollUp.")
    public RestResponse<RollUpSettingView> get(
            @PathParam("id") @Parameter(description = ID, example = AREA) String id,
            @QueryParam("plan") @Parameter(description = PLAN) String plan,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        RollUpSettingView setting = service.read(id, plan);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(setting.version()), setting);
    }

    @PUT
    @RefusesArchived
    @Refuses(
            with = TaskError.class,
            codes = {
                TaskError.Code.TASK_NOT_FOUND,
                TaskError.Code.PLAN_REQUIRED,
                TaskError.Code.UNKNOWN_PLAN,
                TaskError.Code.RETIRED
            })
    @Refuses(with = RollUpError.class)
    @PermissionsAllowed(PermissionName.TASKS_ROLL_UP)
    @Operation(
            operationId = "setTaskRollUp",
            summary = "Set how a branch is rolled up",
            description =
                    "By counts of states, by weights of what is directly below, or not at all. All versions are kept.")
    public RestResponse<RollUpSettingView> set(
            @PathParam("id") @Parameter(description = ID, example = AREA) String id,
            @QueryParam("plan") @Parameter(description = PLAN) String plan,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RollUpRequest request) {
        RollUpSettingView setting = service.set(id, plan, ifMatch, request);
        return Preconditions.changed(EntityTags.of(setting.version()), setting);
    }
}
