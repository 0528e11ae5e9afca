package org.finplan.indicators.targetsetting;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.planlife.RefusesClosed;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetView;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.time.AsOf;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows targets, sets those of regions, and revises them. */
@Path("/api/v1/targets")
@PermissionsAllowed(PermissionName.TARGETS_READ)
@Tag(name = "Targets")
class TargetResource {

    private final TargetService service;
    private final SettledTime settled;

    TargetResource(TargetService service, SettledTime settled) {
        this.service = service;
        this.settled = settled;
    }

    /** A target with all its versions. */
    @Schema(name = "TargetHistory")
    record History(UUID id, TargetView current, List<TargetView> versions) {}

    @GET
    @Operation(
            operationId = "listTargets",
            summary = "Lists targets: the plan's own and those of regions.",
            description =
                    "The primary target of an indicator is the one that is judged; others are the same target as prose words it.")
    public Page<TargetView> list(
            @QueryParam("plan") @Parameter(required = true, description = "Plan code.", example = "zq-fin-14fyp")
                    String plan,
            @QueryParam("indicator") @Parameter(description = "Indicator or series code; all when absent.")
                    String indicator,
            @QueryParam("region") @Parameter(description = "Region code; all readable ones when absent.") String region,
            @QueryParam("planVersion")
                    @Parameter(description = "The targets as this version of the plan had them.", example = "1")
                    Integer planVersion,
            @BeanParam AsOf asOf,
            @BeanParam PageParameters page) {
        List<TargetView> all = service.list(plan, indicator, region, planVersion, settled.of(asOf));
        int from = page.afterKey()
                .map(after ->
                        all.stream().map(view -> view.id().toString()).toList().indexOf(after) + 1)
                .orElse(0);
        return Page.of(
                all.subList(from, Math.min(all.size(), from + page.limit() + 1)),
                page.limit(),
                view -> page.cursor(view.id().toString()),
                page.countsExactly() ? (long) all.size() : null);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getTarget",
            summary = "Reads a target with all its versions.",
            description = "The first version first. The ETag is the number of the newest.")
    public RestResponse<History> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        List<Target> versions = service.versions(id);
        Target current = versions.get(versions.size() - 1);
        History history = new History(
                id, service.view(current), versions.stream().map(service::view).toList());
        return Preconditions.answer(ifNoneMatch, EntityTags.of(current.version()), history);
    }

    @POST
    @RefusesClosed
    @RefusesTargetContent
    @Refuses(with = TargetError.class, codes = TargetError.Code.TARGET_EXISTS)
    @PermissionsAllowed(PermissionName.TARGETS_SET)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "setTarget",
            summary = "Sets the target of a region, and where its path starts.",
            description =
                    "Only for a region, indicator and year without one; otherwise revise the one that is there. Targets of the plan itself are part of its data.")
    @APIResponse(
            responseCode = "201",
            description = "The target as it was stored.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TargetView.class)))
    public RestResponse<TargetView> set(TargetRequest request) {
        Target target = service.set(request);
        return RestResponse.ResponseBuilder.<TargetView>create(RestResponse.Status.CREATED)
                .location(URI.create("/api/v1/targets/" + target.id()))
                .header("ETag", EntityTags.of(target.version()))
                .entity(service.view(target))
                .build();
    }

    @POST
    @Path("/{id:[^/:]+}:revise")
    @RefusesClosed
    @RefusesTargetContent
    @PermissionsAllowed(PermissionName.TARGETS_SET)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "reviseTarget",
            summary = "Gives a target a further version; the versions before stay readable.",
            description =
                    "Names the same plan, indicator, region and year, and the reason. Attainment is judged anew. Once"
                            + " its plan has ended, a target is not made easier.")
    public RestResponse<TargetView> revise(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, TargetRequest request) {
        Target next = service.revise(id, ifMatch, request);
        return RestResponse.ResponseBuilder.ok(service.view(next))
                .header("ETag", EntityTags.of(next.version()))
                .build();
    }
}
