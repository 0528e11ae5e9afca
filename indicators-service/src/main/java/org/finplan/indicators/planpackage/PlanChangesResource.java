package org.finplan.indicators.planpackage;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.planversion.PackageVersion;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;

/** Tells what each version of the package of a plan changed. */
@Path("/api/v1/plans/{plan}/changes")
@PermissionsAllowed(PermissionName.PLANS_READ)
@Tag(name = "Plan")
class PlanChangesResource {

    private final PlanPackageService service;

    PlanChangesResource(PlanPackageService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listPlanChanges",
            summary = "Lists the versions of the package of a plan, the newest first.",
            description = "With state, author, reason and times, and what each program of the suite answered.")
    public Page<PlanVersionView> list(@PathParam("plan") String plan, @BeanParam PageParameters page) {
        List<PackageVersion> versions = service.versions(plan);
        int from = page.afterKey()
                .map(after -> versions.stream()
                                .map(version -> String.valueOf(version.version()))
                                .toList()
                                .indexOf(after)
                        + 1)
                .orElse(0);
        return Page.of(
                versions.subList(from, Math.min(versions.size(), from + page.limit() + 1)).stream()
                        .map(version -> PlanVersionView.of(version, null))
                        .toList(),
                page.limit(),
                view -> page.cursor(String.valueOf(view.version())),
                page.countsExactly() ? (long) versions.size() : null);
    }

    @GET
    @Path("/{version}")
    @Operation(
            operationId = "getPlanChange",
            summary = "Reads a version of the package of a plan, with what it changed.",
            description =
                    "What it said otherwise than the version before, thing by thing and field by field; nothing of one"
                            + " that is being prepared or was abandoned.")
    public PlanVersionView get(
            @PathParam("plan") String plan, @PathParam("version") @Parameter(example = "1") int version) {
        return service.version(plan, version);
    }
}
