package org.finplan.tasks.edit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.problem.Language;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.detail.TaskDetailView;
import org.finplan.tasks.detail.VersionedTask;
import org.finplan.tasks.task.TaskError;
import org.finplan.tasks.task.edit.EditError;
import org.jboss.resteasy.reactive.RestResponse;

/** The deadline of one task. */
@Path("/api/v1/tasks")
@Tag(name = "Tasks")
class DueDateResource {

    private final DueDateService service;

    DueDateResource(DueDateService service) {
        this.service = service;
    }

    @POST
    @Path("{id: [^:/]+}:set-due-date")
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.TASKS_EDIT)
    @Refuses(
            with = TaskError.class,
            codes = {
                TaskError.Code.TASK_NOT_FOUND,
                TaskError.Code.PLAN_REQUIRED,
                TaskError.Code.UNKNOWN_PLAN,
                TaskError.Code.RETIRED,
                TaskError.Code.WITHDRAWN
            })
    @Refuses(
            with = EditError.class,
            codes = {EditError.Code.DUE_BEFORE_PLAN, EditError.Code.DUE_OUTSIDE_YEAR})
    @Operation(
            operationId = "setTaskDueDate",
            summary = "Set the deadline of a task",
            description =
                    "Most plans set none for single tasks, so the city does. The deadline of the plan stays beside it and counts"
                            + " again when dueDate is null.")
    public RestResponse<TaskDetailView> set(
            @PathParam("id") @Parameter(description = "Id within the plan.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DueDateRequest request) {
        VersionedTask task = service.set(id, plan, ifMatch, request, Language.prefersEnglish(language));
        return Preconditions.changed(task.tag(), task.detail());
    }
}
