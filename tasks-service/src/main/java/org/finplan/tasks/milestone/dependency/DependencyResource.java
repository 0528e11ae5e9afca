package org.finplan.tasks.milestone.dependency;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.planversion.archived.RefusesArchived;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.task.TaskError;
import org.jboss.resteasy.reactive.RestResponse;

/** Single dependencies. */
@Path("/api/v1/task-dependencies")
@Tag(name = "Milestones")
class DependencyResource {

    private final DependencyService service;

    DependencyResource(DependencyService service) {
        this.service = service;
    }

    @GET
    @Path("{id: [^:/]+}")
    @PermissionsAllowed(PermissionName.TASKS_READ)
    @Refuses(with = DependencyError.class, codes = DependencyError.Code.DEPENDENCY_NOT_FOUND)
    @Operation(
            operationId = "getTaskDependency",
            summary = "Read a dependency",
            description = "Removed ones too. Its ETag is needed to remove it.")
    public RestResponse<Dependency> get(
            @PathParam("id") @Parameter(description = "Id of the dependency.") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Dependency dependency = service.read(id);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(dependency.version()), dependency);
    }

    @POST
    @Path("{id: [^:/]+}:remove")
    @Transactional
    @Idempotent
    @RefusesArchived
    @PermissionsAllowed(PermissionName.TASKS_SCHEDULE)
    @Refuses(with = TaskError.class, codes = TaskError.Code.RETIRED)
    @Refuses(
            with = DependencyError.class,
            codes = {DependencyError.Code.DEPENDENCY_NOT_FOUND, DependencyError.Code.REMOVED})
    @Operation(
            operationId = "removeTaskDependency",
            summary = "Say that a leaf waits no more for another one",
            description = "With a reason. It stays readable.")
    public RestResponse<Dependency> remove(
            @PathParam("id") @Parameter(description = "Id of the dependency.") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DependencyReasonRequest request) {
        Dependency removed = service.remove(id, ifMatch, request.reason());
        return Preconditions.changed(EntityTags.of(removed.version()), removed);
    }
}
