package org.finplan.indicators.adjustment;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.plan.PlanVersion;
import org.finplan.indicators.planlife.RefusesClosed;
import org.finplan.indicators.targetsetting.RefusesTargetContent;
import org.finplan.indicators.targetsetting.TargetError;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows the versions of a plan and adjusts plans. */
@Path("/api/v1/plans/{plan}/versions")
@PermissionsAllowed(PermissionName.PLANS_READ)
@Tag(name = "Plan")
class PlanVersionResource {

    private final PlanVersionService service;

    PlanVersionResource(PlanVersionService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listPlanVersions",
            summary = "Lists the versions of a plan: as issued, and one for each adjustment.",
            description = "The targets of a version are read with the parameter planVersion of listTargets.")
    public RestResponse<Page<PlanVersion>> list(
            @PathParam("plan") String plan, @HeaderParam("If-None-Match") String ifNoneMatch) {
        List<PlanVersion> versions = service.versions(plan);
        int newest = versions.get(versions.size() - 1).version();
        return Preconditions.answer(ifNoneMatch, EntityTags.of(newest), new Page<>(versions, null, null));
    }

    @POST
    @PermissionsAllowed(PermissionName.PLANS_ADJUST)
    @Idempotent
    @Transactional
    @RefusesClosed
    @RefusesTargetContent
    @Refuses(with = TargetError.class, codes = TargetError.Code.TARGET_REPEATED)
    @Operation(
            operationId = "adjustPlan",
            summary = "Adjusts a plan at mid-term: its changed targets become a further version, all or none.",
            description = "If-Match names the newest version of the plan. Versions before stay readable; attainment is"
                    + " shown against the first and the current target.")
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    public RestResponse<PlanVersion> adjust(
            @PathParam("plan") String plan, @HeaderParam("If-Match") String ifMatch, PlanVersionRequest request) {
        PlanVersion next = service.adjust(plan, ifMatch, request);
        return RestResponse.ResponseBuilder.<PlanVersion>create(RestResponse.Status.CREATED)
                .location(URI.create("/api/v1/plans/" + plan + "/versions"))
                .header("ETag", EntityTags.of(next.version()))
                .entity(next)
                .build();
    }
}
