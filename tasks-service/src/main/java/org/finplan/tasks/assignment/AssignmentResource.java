package org.finplan.tasks.assignment;

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
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.problem.Language;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.time.AsOf;
import org.finplan.tasks.detail.TaskDetailView;
import org.finplan.tasks.detail.VersionedTask;
import org.finplan.tasks.task.TaskError;
import org.jboss.resteasy.reactive.RestResponse;

/** Which units have a task. */
@Path("/api/v1/tasks")
@Tag(name = "Tasks")
class AssignmentResource {

    private final AssignmentService service;
    private final AssignmentReader reader;

    AssignmentResource(AssignmentService service, AssignmentReader reader) {
        this.service = service;
        this.reader = reader;
    }

    @POST
    @Path("{id: [^:/]+}:assign")
    @Refuses(
            with = TaskError.class,
            codes = {
                TaskError.Code.TASK_NOT_FOUND,
                TaskError.Code.PLAN_REQUIRED,
                TaskError.Code.UNKNOWN_PLAN,
                TaskError.Code.RETIRED
            })
    @Refuses(
            with = AssignmentError.class,
            codes = {
                AssignmentError.Code.UNKNOWN_UNIT,
                AssignmentError.Code.REPEATED_UNIT,
                AssignmentError.Code.TWO_ROLES,
                AssignmentError.Code.TOO_MANY_UNITS
            })
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.TASKS_ASSIGN)
    @Operation(
            operationId = "assignTask",
            summary = "Give a task to units",
            description =
                    "Says which unit leads, which are responsible and which cooperate, instead of all that had it. What"
                            + " a person assigned holds until somebody assigns again, whatever a plan package names. Who assigned"
                            + " it, and when, is kept.")
    public RestResponse<TaskDetailView> assign(
            @PathParam("id") @Parameter(description = "Id within the plan.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AssignmentRequest request) {
        return answer(service.assign(id, plan, request.responsibility(), ifMatch, Language.prefersEnglish(language)));
    }

    @POST
    @Path("{id: [^:/]+}:assign-lead")
    @Refuses(
            with = TaskError.class,
            codes = {
                TaskError.Code.TASK_NOT_FOUND,
                TaskError.Code.PLAN_REQUIRED,
                TaskError.Code.UNKNOWN_PLAN,
                TaskError.Code.UNKNOWN_ORGANISATION,
                TaskError.Code.RETIRED
            })
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.TASKS_ASSIGN)
    @Deprecated
    @Operation(
            operationId = "assignTaskLead",
            summary = "Say who leads a task",
            description =
                    "Deprecated: use :assign. Changes the unit that leads and leaves the others; the one that leads keeps"
                            + " no other role.")
    public RestResponse<TaskDetailView> assignLead(
            @PathParam("id") @Parameter(description = "Id within the plan.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AssignLeadRequest request) {
        return answer(service.assignLead(id, plan, request.organisation(), ifMatch, Language.prefersEnglish(language)));
    }

    @GET
    @Path("{id: [^:/]+}/assignments")
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.TASK_NOT_FOUND, TaskError.Code.PLAN_REQUIRED, TaskError.Code.UNKNOWN_PLAN})
    @PermissionsAllowed(PermissionName.TASKS_READ)
    @Operation(
            operationId = "listTaskAssignments",
            summary = "Which units had a task when",
            description =
                    "Every assignment that held, the newest first, each with who assigned it; with asOf the one that held"
                            + " at that instant. None for an instant before the task was there.")
    public Page<AssignmentView> list(
            @PathParam("id") @Parameter(description = "Id within the plan.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @BeanParam AsOf asOf,
            @BeanParam PageParameters paging) {
        return reader.page(id, plan, asOf.instant(), paging);
    }

    private static RestResponse<TaskDetailView> answer(VersionedTask assigned) {
        return Preconditions.changed(assigned.tag(), assigned.detail());
    }
}
