package org.finplan.tasks.milestone.dependency;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.tasks.task.TaskError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** What one leaf waits for, and what waits for it. */
@Path("/api/v1/tasks/{id}/dependencies")
@Tag(name = "Milestones")
class TaskDependencyResource {

    private final DependencyService service;

    TaskDependencyResource(DependencyService service) {
        this.service = service;
    }

    @POST
    @Transactional
    @Idempotent
    @RefusesArchived
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = TaskError.class,
            codes = {
                TaskError.Code.TASK_NOT_FOUND,
                TaskError.Code.PLAN_REQUIRED,
                TaskError.Code.UNKNOWN_PLAN,
                TaskError.Code.NOT_SCHEDULED,
                TaskError.Code.RETIRED
            })
    @Refuses(
            with = DependencyError.class,
            codes = {
                DependencyError.Code.EXISTS,
                DependencyError.Code.UNKNOWN_PREDECESSOR,
                DependencyError.Code.CIRCLE,
                DependencyError.Code.TOO_MANY
            })
    @PermissionsAllowed(PermissionName.TASKS_SCHEDULE)
    @APIResponse(
            responseCode = "201",
            description = "The dependency as it was entered",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Dependency.class)))
    @Operation(
            operationId = "addTaskDependency",
            summary = "Say that a leaf waits for another one",
            description =
                    "Finish to start: the leaf begins when the other one of the same plan is finished and the lag has"
                            + " gone by. A circle is refused, and named. At most 50 of a leaf.")
    public RestResponse<Dependency> add(
            @PathParam("id") @Parameter(description = "Id of the leaf.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @NotNull @Valid DependencyRequest request) {
        Dependency dependency = service.add(id, plan, request);
        return RestResponse.ResponseBuilder.<Dependency>created(URI.create(dependency.path()))
                .header(HttpHeaders.ETAG, EntityTags.of(dependency.version()))
                .entity(dependency)
                .build();
    }

    @GET
    @Refuses(
            with = TaskError.class,
            codes = {TaskError.Code.TASK_NOT_FOUND, TaskError.Code.PLAN_REQUIRED, TaskError.Code.UNKNOWN_PLAN})
    @PermissionsAllowed(PermissionName.TASKS_READ)
    @Operation(
            operationId = "listTaskDependencies",
            summary = "List what a leaf waits for, and what waits for it",
            description = "Those that hold. The leaf is task of the former and predecessor of the latter.")
    public Page<Dependency> list(
            @PathParam("id") @Parameter(description = "Id of the leaf.", example = "t4.1.1.1.m01") String id,
            @QueryParam("plan") @Parameter(description = "Plan code, when several plans have the id.") String plan,
            @BeanParam CursorParameters paging) {
        return service.list(id, plan, paging);
    }
}
