package org.finplan.tasks.workpoint;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.finplan.platform.problem.Language;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.detail.TaskDetailView;
import org.finplan.tasks.detail.VersionedTask;
import org.finplan.tasks.task.TaskError;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.edit.EditError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Annual work points: they are read and listed as any task is, and taken back, never erased. */
@Path("/api/v1/tasks")
@Tag(name = "Tasks")
class WorkPointResource {

    private final WorkPointService service;

    WorkPointResource(WorkPointService service) {
        this.service = service;
    }

    @POST
    @Path("{id: [^:/]+}/work-points")
    @Transactional
    @Idempotent
    @RefusesArchived
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @PermissionsAllowed(PermissionName.TASKS_EDIT)
    @Refuses(
            with = TaskError.class,
            codes = {
                TaskError.Code.TASK_NOT_FOUND,
                TaskError.Code.PLAN_REQUIRED,
                TaskError.Code.UNKNOWN_PLAN,
                TaskError.Code.RETIRED,
                TaskError.Code.NOT_A_MEASURE,
                TaskError.Code.REGION_NOT_CONCERNED
            })
    @Refuses(
            with = EditError.class,
            codes = {
                EditError.Code.YEAR_NOT_IN_PLAN,
                EditError.Code.DUE_OUTSIDE_YEAR,
                EditError.Code.UNKNOWN_REGION,
                EditError.Code.UNKNOWN_INDICATOR
            })
    @APIResponse(
            responseCode = "201",
            description = "The work point",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TaskDetailView.class)))
    @Operation(
            operationId = "makeWorkPoint",
            summary = "Make an annual work point below a measure",
            description =
                    "What the city means to do for the measure in one year. It takes progress reports and a lead of its own and"
                            + " counts apart from the measures of the plan.")
    public RestResponse<TaskDetailView> make(
            @PathParam("id") @Parameter(description = "Id of the measure.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @NotNull @Valid WorkPointRequest request) {
        VersionedTask made = service.make(id, plan, request, Language.prefersEnglish(language));
        TaskKey key =
                new TaskKey(made.detail().task().plan(), made.detail().task().id());
        return RestResponse.ResponseBuilder.<TaskDetailView>created(URI.create(key.path()))
                .entity(made.detail())
                .header(HttpHeaders.ETAG, made.tag())
                .build();
    }

    @PUT
    @Path("{id: [^:/]+}")
    @Transactional
    @RefusesArchived
    @PermissionsAllowed(PermissionName.TASKS_EDIT)
    @Refuses(
            with = TaskError.class,
            codes = {
                TaskError.Code.TASK_NOT_FOUND,
                TaskError.Code.PLAN_REQUIRED,
                TaskError.Code.UNKNOWN_PLAN,
                TaskError.Code.RETIRED,
                TaskError.Code.WITHDRAWN,
                TaskError.Code.NOT_A_WORK_POINT,
                TaskError.Code.REGION_NOT_CONCERNED
            })
    @Refuses(
            with = EditError.class,
            codes = {EditError.Code.DUE_OUTSIDE_YEAR, EditError.Code.UNKNOWN_REGION, EditError.Code.UNKNOWN_INDICATOR})
    @Operation(
            operationId = "reviseWorkPoint",
            summary = "Change what an annual work point says",
            description =
                    "All that it says is sent. What the plan itself says of a task changes with its package only.")
    public RestResponse<TaskDetailView> revise(
            @PathParam("id") @Parameter(description = "Id of the work point.", example = "t4.1.1.1.m01~2025-1")
                    String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WorkPointRevisionRequest request) {
        return answer(service.revise(id, plan, ifMatch, request, Language.prefersEnglish(language)));
    }

    @POST
    @Path("{id: [^:/]+}:withdraw")
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
                TaskError.Code.WITHDRAWN,
                TaskError.Code.NOT_A_WORK_POINT
            })
    @Operation(
            operationId = "withdrawWorkPoint",
            summary = "Take an annual work point back",
            description =
                    "For a reason. It stays readable with all that was reported on it, counts no more and takes no writes.")
    public RestResponse<TaskDetailView> withdraw(
            @PathParam("id") @Parameter(description = "Id of the work point.", example = "t4.1.1.1.m01~2025-2")
                    String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WithdrawRequest request) {
        return answer(service.withdraw(id, plan, ifMatch, request.reason(), Language.prefersEnglish(language)));
    }

    private static RestResponse<TaskDetailView> answer(VersionedTask task) {
        return Preconditions.changed(task.tag(), task.detail());
    }
}
