package org.finplan.tasks.baseline;

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
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
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
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Named states of plans, and what changed since. */
@Path("/api/v1")
@Tag(name = "Baselines")
class BaselineResource {

    private final BaselineService service;
    private final ComparisonService comparison;

    BaselineResource(BaselineService service, ComparisonService comparison) {
        this.service = service;
        this.comparison = comparison;
    }

    @POST
    @Path("baselines")
    @Transactional
    @Idempotent
    @RefusesArchived
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @PermissionsAllowed(PermissionName.TASKS_SCHEDULE)
    @Refuses(
            with = BaselineError.class,
            codes = {BaselineError.Code.UNKNOWN_PLAN, BaselineError.Code.IN_FUTURE, BaselineError.Code.BEFORE_HISTORY})
    @APIResponse(
            responseCode = "201",
            description = "The baseline as it was named",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Baseline.class)))
    @Operation(
            operationId = "nameBaseline",
            summary = "Give a state of a plan a name",
            description =
                    "That of now, or of an earlier instant. Nothing is copied: the history of the plan knows how it"
                            + " stood at any instant. A baseline is never changed.")
    public RestResponse<Baseline> create(@NotNull @Valid BaselineRequest request) {
        Baseline baseline = service.create(request);
        return RestResponse.ResponseBuilder.<Baseline>created(URI.create(baseline.path()))
                .entity(baseline)
                .build();
    }

    @GET
    @Path("baselines")
    @PermissionsAllowed(PermissionName.TASKS_READ)
    @Operation(
            operationId = "listBaselines",
            summary = "List baselines, newest first",
            description = "Of the plans of the caller.")
    public Page<Baseline> list(
            @QueryParam("plan") @Parameter(description = "Plan code.", example = "zq-fin-14fyp") String plan,
            @BeanParam PageParameters paging) {
        return service.list(plan, paging);
    }

    @GET
    @Path("baselines/{id: [^:/]+}")
    @PermissionsAllowed(PermissionName.TASKS_READ)
    @Refuses(with = BaselineError.class, codes = BaselineError.Code.BASELINE_NOT_FOUND)
    @Operation(operationId = "getBaseline", summary = "Read a baseline", description = "Its instant and its name.")
    public Baseline get(@PathParam("id") @Parameter(description = "Id of the baseline.") UUID id) {
        return service.read(id);
    }

    @GET
    @Path("baselines:compare")
    @PermissionsAllowed(PermissionName.TASKS_READ)
    @Refuses(
            with = BaselineError.class,
            codes = {
                BaselineError.Code.BASELINE_NOT_FOUND,
                BaselineError.Code.IN_FUTURE,
                BaselineError.Code.BEFORE_HISTORY
            })
    @Operation(
            operationId = "compareBaseline",
            summary = "Compare a plan as it stood with the plan now",
            description =
                    "Tasks, milestones and dependencies that were added, changed or removed since a baseline or any"
                            + " instant, by tasks; fields with what they held and hold, moved days with the working days between. Progress"
                            + " is not among them: reports keep their own times.")
    public Page<DifferenceView> compare(@BeanParam CompareParameters parameters, @BeanParam PageParameters paging) {
        return comparison.compare(parameters, paging);
    }
}
