package org.finplan.risk.institution.rating;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;

@Path("/api/v1/rating-schemes")
@Tag(name = "Institutions")
class RatingSchemeResource {

    private final RatingService ratings;

    RatingSchemeResource(RatingService ratings) {
        this.ratings = ratings;
    }

    @GET
    @PermissionsAllowed(PermissionName.METRIC_SCHEMAS_READ)
    @Operation(
            operationId = "listRatingSchemes",
            summary = "The schemes that institutions are rated by",
            description = "With their grades, the best first, and the months between two inspections.")
    public Page<RatingScheme> schemes() {
        return new Page<>(ratings.schemes(), null, null);
    }
}
