package org.finplan.tasks.lead;

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
import org.finplan.tasks.detail.TaskDetailView;
import org.finplan.tasks.detail.VersionedTask;
import org.finplan.tasks.task.TaskError;
import org.jboss.resteasy.reactive.RestResponse;

/** Who leads a task. */
@Path("/api/v1/tasks")
@Tag(name = "Tasks")
class LeadResource {

    private final LeadService service;

    LeadResource(LeadService service) {
        this.service = service;
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
                TaskError.Code.RETIRED,
                TaskError.Code.WITHDRAWN
            })
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.TASKS_ASSIGN)
    @Operation(
            operationId = "assignTaskLead",
            summary = "Say who leads a task",
            description = "The plan names no departments. Who assigned the lead, and when, is kept.")
    public RestResponse<TaskDetailView> assignLead(
            @PathParam("id") @Parameter(description = "Id within the plan.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String language,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AssignLeadRequest request) {
        VersionedTask assigned =
                service.assign(id, plan, request.organisation(), ifMatch, Language.prefersEnglish(language));
        return RestResponse.ResponseBuilder.ok(assigned.detail())
                .header(HttpHeaders.ETAG, assigned.tag())
                .build();
    }
}
