package org.finplan.tasks.change;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.tasks.task.TaskError;

/** What changed of a task. */
@Path("/api/v1/tasks")
@Tag(name = "Tasks")
@PermissionsAllowed(PermissionName.TASKS_READ)
class TaskChangeResource {

    private final TaskChangeService service;

    TaskChangeResource(TaskChangeService service) {
        this.service = service;
    }

    @GET
    @Path("{id: [^:/]+}/history")
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.TASK_NOT_FOUND, TaskError.Code.PLAN_REQUIRED, TaskError.Code.UNKNOWN_PLAN})
    @Operation(
            operationId = "getTaskHistory",
            summary = "What changed of a task, when and by whom",
            description =
                    "Each change of what the task says, and of what belongs to it, with every field before and after;"
                            + " the newest first. Its status is not among them: it follows from the progress reports, which keep"
                            + " their own times.")
    public Page<TaskChangeView> history(
            @PathParam("id") @Parameter(description = "Id within the plan.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @BeanParam PageParameters paging) {
        return service.page(id, plan, paging);
    }
}
