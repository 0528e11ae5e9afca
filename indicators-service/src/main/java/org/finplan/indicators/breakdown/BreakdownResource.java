package org.finplan.indicators.breakdown;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.database.SettledTime;
import org.finplan.indicators.planlife.RefusesClosed;
import org.finplan.indicators.targetsetting.TargetError;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.time.AsOf;

/** Breaks targets down and shows what they were broken down to. */
@Path("/api/v1/targets")
@PermissionsAllowed(PermissionName.TARGETS_READ)
@Tag(name = "Targets")
class BreakdownResource {

    private final BreakdownService service;
    private final BreakdownTree tree;
    private final SettledTime settled;

    BreakdownResource(BreakdownService service, BreakdownTree tree, SettledTime settled) {
        this.service = service;
        this.tree = tree;
        this.settled = settled;
    }

    @GET
    @Path("/{id:[^/:]+}/breakdown")
    @Operation(
            operationId = "getBreakdown",
            summary = "Reads what a target was broken down to: the tree of regions and the units, with what is left.",
            description = "Regions and units are two ways to cut the same target; each has a balance of its own.")
    public BreakdownView get(@PathParam("id") UUID id, @BeanParam AsOf asOf) {
        return tree.of(id, settled.of(asOf));
    }

    @POST
    @Path("/{id:[^/:]+}:break-down")
    @PermissionsAllowed(PermissionName.TARGETS_SET)
    @Idempotent
    @Transactional
    @RefusesClosed
    @Refuses(
            with = TargetError.class,
            codes = {
                TargetError.Code.TARGET_REJECTED,
                TargetError.Code.FIELD_MISSING,
                TargetError.Code.UNKNOWN_REGION,
                TargetError.Code.UNKNOWN_UNIT,
                TargetError.Code.UNIT_OF_ANOTHER_KIND,
                TargetError.Code.YEAR_OUT_OF_BOUNDS,
                TargetError.Code.UNKNOWN_CODE,
                TargetError.Code.PARTS_OUT_OF_BOUNDS,
                TargetError.Code.TARGET_DOES_NOT_ADD_UP,
                TargetError.Code.UNKNOWN_ORGANISATION,
                TargetError.Code.BREAKDOWN_OVER_ALLOCATES,
                TargetError.Code.PLAN_ENDED
            })
    @Operation(
            operationId = "breakDownTarget",
            summary = "Breaks a target down to the regions directly inside and to units, all parts or none.",
            description =
                    "The part of a region becomes the region's own target. Parts that are not named stay. Parts of"
                            + " a binding target may not exceed it; those of an expected one may, and the answer shows by how much.")
    public BreakdownView breakDown(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, BreakdownRequest request) {
        service.breakDown(id, ifMatch, request);
        return tree.of(id, RecordingTime.END);
    }
}
