package org.finplan.tasks.detail;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.Language;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.task.TaskError;
import org.jboss.resteasy.reactive.RestResponse;

/** One task or safeguard with everything around it. */
@Path("/api/v1/tasks")
@Tag(name = "Tasks")
@PermissionsAllowed(PermissionName.TASKS_READ)
class TaskDetailResource {

    private final TaskDetailService service;

    TaskDetailResource(TaskDetailService service) {
        this.service = service;
    }

    @GET
    @Path("{id: [^:/]+}")
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.TASK_NOT_FOUND, TaskError.Code.PLAN_REQUIRED, TaskError.Code.UNKNOWN_PLAN})
    @Operation(
            operationId = "getTask",
            summary = "Read a task with its place, its progress and its flags",
            description =
                    "For a leaf: status in every region concerned, links to indicators and clauses, and flags with their reason.")
    public RestResponse<TaskDetailView> get(
            @PathParam("id") @Parameter(description = "Id within the plan.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        VersionedTask found = service.read(id, plan, Language.prefersEnglish(language));
        return Preconditions.answer(ifNoneMatch, found.tag(), found.detail());
    }
}
