package org.finplan.risk.institution.rating;

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
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.risk.institution.Institution;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/institutions")
@Tag(name = "Institutions")
class RatingResource {

    private final RatingService ratings;

    RatingResource(RatingService ratings) {
        this.ratings = ratings;
    }

    @POST
    @Path("{uscc}/ratings")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_DIRECT)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(with = RatingError.class)
    @Operation(
            operationId = "rateInstitution",
            summary = "Record a rating that was given to an institution",
            description =
                    "A fact of a version of its scheme; nothing is worked out. The same grade of the same day again"
                            + " is the rating that is there, another one needs a reason and takes its place.")
    public RestResponse<Rating> rate(@PathParam("uscc") String uscc, @NotNull @Valid RatingRequest request) {
        Rating rating = ratings.rate(uscc, request);
        return RestResponse.ResponseBuilder.<Rating>created(URI.create(Institution.path(uscc) + "/ratings"))
                .entity(rating)
                .build();
    }

    @GET
    @Path("{uscc}/ratings")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listInstitutionRatings",
            summary = "The ratings of an institution",
            description = "With on: those in force that day, one for each scheme, side by side with date and source."
                    + " Without: all, the newest first.")
    public Page<Rating> list(
            @PathParam("uscc") String uscc,
            @QueryParam("scheme") @Parameter(description = "Code of a scheme.", example = "guangdong-camel-rr")
                    String scheme,
            @QueryParam("on") @Parameter(description = "The day asked for.", example = "2026-06-30") LocalDate on,
            @BeanParam CursorParameters paging) {
        return ratings.list(uscc, scheme, on, paging);
    }

    @GET
    @Path("{uscc}/inspection-interval")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "getInspectionInterval",
            summary = "How often an institution is inspected for its ratings",
            description =
                    "The shortest time that one of the ratings in force that day asks for. The months are settings; those that"
                            + " are shipped are assumptions of this suite, taken from no regulation.")
    public InspectionInterval interval(
            @PathParam("uscc") String uscc,
            @QueryParam("on") @Parameter(description = "The day asked for; today when absent.", example = "2026-06-30")
                    LocalDate on) {
        return ratings.interval(uscc, on);
    }
}
