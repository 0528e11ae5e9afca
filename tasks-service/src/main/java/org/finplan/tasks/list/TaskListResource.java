package org.finplan.tasks.list;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.Language;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.tasks.task.TaskError;

/** The trees of tasks and safeguards as a list. */
@Path("/api/v1/tasks")
@Tag(name = "Tasks")
@PermissionsAllowed(PermissionName.TASKS_READ)
class TaskListResource {

    private final TaskListService service;

    TaskListResource(TaskListService service) {
        this.service = service;
    }

    @GET
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.UNKNOWN_PLAN, TaskError.Code.UNKNOWN_REGION, TaskError.Code.UNKNOWN_INDICATOR})
    @Operation(
            operationId = "listTasks",
            summary = "List tasks and safeguards",
            description =
                    "Nodes of the trees in the order of the plan, annual work points after them; with q the best answers first."
                            + " A filter that only leaves can meet (region,"
                            + " indicator, status, flagged, behind) lists leaves.")
    public Page<TaskSummaryView> list(
            @BeanParam @Valid TaskListParameters parameters,
            @BeanParam PageParameters paging,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language) {
        return service.list(parameters, paging, Language.prefersEnglish(language));
    }
}
