package org.finplan.indicators.reporting;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.planlife.RefusesClosed;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.Language;
import org.finplan.platform.web.idempotency.Idempotent;

/** Brings along what was published before the suite knew of it. */
@Path("/api/v1/releases:import")
@Tag(name = "Releases")
class PastReleaseResource {

    private final PastReleaseService service;

    PastReleaseResource(PastReleaseService service) {
        this.service = service;
    }

    @POST
    @RefusesClosed
    @RefusesFigures
    @PermissionsAllowed(PermissionName.RELEASES_IMPORT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "importRelease",
            summary = "Brings a past release along: one vintage of figures with the day on which it was published.",
            description =
                    "All items or none. Vintages may come in any order: by the day of release each takes its place, and"
                            + " asOf with axis=released answers as the public knew it. Somebody vouches for figures and day.")
    public PastReleaseReport take(
            PastReleaseRequest request,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(
                            example = "true",
                            description = "true: says what would become of the items and stores nothing.")
                    boolean dryRun,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) String language) {
        return service.take(request, dryRun, Language.prefersEnglish(language));
    }
}
