package org.finplan.risk.disclosure;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.time.AsOf;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1")
@Tag(name = "Environmental disclosure")
class DisclosureResource {

    private static final String ALL = "environmental-disclosures";

    private final DisclosureService disclosures;
    private final DisclosureQueryService query;

    DisclosureResource(DisclosureService disclosures, DisclosureQueryService query) {
        this.disclosures = disclosures;
        this.query = query;
    }

    @POST
    @Path(ALL)
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = DisclosureError.class,
            codes = {DisclosureError.Code.UNKNOWN_BODY, DisclosureError.Code.YEAR, DisclosureError.Code.REASON_REQUIRED
            })
    @Operation(
            operationId = "recordEnvironmentalDisclosure",
            summary = "Record what a body disclosed for a year",
            description = "The same again is the one that is there; another one of that year needs a reason and takes"
                    + " its place.")
    public RestResponse<EnvironmentalDisclosure> record(@NotNull @Valid DisclosureRequest request) {
        return RestResponse.ResponseBuilder.<EnvironmentalDisclosure>created(URI.create("/api/v1/" + ALL))
                .entity(disclosures.record(request))
                .build();
    }

    @GET
    @Path(ALL)
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listEnvironmentalDisclosures",
            summary = "What was disclosed, the newest year first",
            description = "With asOf as it was known then.")
    public Page<EnvironmentalDisclosure> list(
            @QueryParam("year") @Parameter(description = "A year.", example = "2025") Integer year,
            @QueryParam("class") @Parameter(description = "Code of a class.", example = "financial-institution")
                    String bodyClass,
            @QueryParam("body") @Parameter(description = "Credit code of a body.") String body,
            @BeanParam AsOf asOf,
            @BeanParam CursorParameters paging) {
        return query.list(
                new DisclosureFilter(year, bodyClass, body, asOf.instant().orElse(null)), paging);
    }

    @GET
    @Path(ALL + ":missing")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listMissingEnvironmentalDisclosures",
            summary = "Bodies that disclosed nothing for a year, by class",
            description =
                    "Institutions of the register that belong to a class by their kind, and bodies that are named."
                            + " dueOn is the day until which they have time; late says that it has passed.")
    public Page<MissingDisclosure> missing(
            @QueryParam("year") @Parameter(description = "A year; the last one when absent.", example = "2025")
                    Integer year,
            @QueryParam("class") @Parameter(description = "Code of a class.", example = "financial-institution")
                    String bodyClass,
            @QueryParam("region") @Parameter(description = "Region code.", example = "441202") String region,
            @BeanParam CursorParameters paging) {
        return query.missing(year, bodyClass, region, paging);
    }
}
