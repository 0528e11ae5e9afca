package org.finplan.tasks.task;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.Language;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.task.TaskDetails.Versioned;
import org.jboss.resteasy.reactive.RestResponse;

/** The trees of tasks and safeguards. */
@Path("/api/v1/tasks")
@Tag(name = "Tasks")
@PermissionsAllowed(PermissionName.TASKS_READ)
class TaskResource {

    private final TaskService service;
    private final LeadService leads;
    private final Tasks tasks;

    TaskResource(TaskService service, LeadService leads, Tasks tasks) {
        this.service = service;
        this.leads = leads;
        this.tasks = tasks;
    }

    @GET
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.UNKNOWN_PLAN, TaskError.Code.UNKNOWN_REGION, TaskError.Code.UNKNOWN_INDICATOR})
    @Operation(
            operationId = "listTasks",
            summary = "List tasks and safeguards",
            description = "Nodes of the trees in the order of the plan. A filter that only leaves can meet (region,"
                    + " indicator, status, flagged) lists leaves.")
    public Page<TaskSummary> list(
            @BeanParam TaskParameters parameters,
            @BeanParam PageParameters paging,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language) {
        return service.list(parameters, paging, Language.prefersEnglish(language));
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
    public RestResponse<TaskDetail> get(
            @PathParam("id") @Parameter(description = "Id within the plan.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Versioned found = service.detail(tasks.resolve(id, plan), Language.prefersEnglish(language));
        return Preconditions.answer(ifNoneMatch, found.tag(), found.detail());
    }

    @POST
    @Path("{id: [^:/]+}:assign-lead")
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.TASK_NOT_FOUND, TaskError.Code.PLAN_REQUIRED, TaskError.Code.UNKNOWN_PLAN, TaskError.Code.UNKNOWN_ORGANISATION})
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.TASKS_ASSIGN)
    @Operation(
            operationId = "assignTaskLead",
            summary = "Say who leads a task",
            description = "The plan names no departments. Who assigned the lead, and when, is kept.")
    public RestResponse<TaskDetail> assignLead(
            @PathParam("id") @Parameter(description = "Id within the plan.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AssignLead lead) {
        Versioned assigned =
                leads.assign(tasks.resolve(id, plan), lead.organisation(), ifMatch, Language.prefersEnglish(language));
        return RestResponse.ResponseBuilder.ok(assigned.detail())
                .header(HttpHeaders.ETAG, assigned.tag())
                .build();
    }
}
