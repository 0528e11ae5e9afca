package org.finplan.risk.disclosure;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.risk.institution.InstitutionError;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1")
@Tag(name = "Environmental disclosure")
class DisclosureBodyResource {

    private final DisclosureService disclosures;
    private final DisclosureQueryService query;

    DisclosureBodyResource(DisclosureService disclosures, DisclosureQueryService query) {
        this.disclosures = disclosures;
        this.query = query;
    }

    @GET
    @Path("disclosure-classes")
    @PermissionsAllowed(PermissionName.METRIC_SCHEMAS_READ)
    @Operation(
            operationId = "listDisclosureClasses",
            summary = "The classes of bodies that must disclose",
            description =
                    "With the kinds of institutions that belong to each, the date by which a year is disclosed, and"
                            + " where that is from.")
    public Page<DisclosureClass> classes() {
        return new Page<>(query.classes(), null, null);
    }

    @GET
    @Path("disclosure-bodies")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listDisclosureBodies",
            summary = "Bodies that must disclose and are named, by credit code",
            description = "Institutions of the register must by their kind and do not stand here.")
    public Page<DisclosureBody> list(
            @QueryParam("class") @Parameter(description = "Code of a class.", example = "securities-issuer")
                    String bodyClass,
            @BeanParam CursorParameters paging) {
        return query.bodies(bodyClass, paging);
    }

    @GET
    @Path("disclosure-bodies/{uscc}")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "getDisclosureBody",
            summary = "One body that must disclose",
            description = "Its ETag is needed to change it.")
    public RestResponse<DisclosureBody> get(
            @PathParam("uscc") @Parameter(description = "Its credit code.", example = "91441200MA0000001U") String uscc,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        DisclosureBody body = query.body(uscc);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(body.version()), body);
    }

    @GET
    @Path("disclosure-bodies/{uscc}/versions")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listDisclosureBodyVersions",
            summary = "All versions of a body that must disclose, the newest first",
            description = "Each with the reason why it took the place of the one before.")
    public Page<DisclosureBody> versions(
            @PathParam("uscc") @Parameter(description = "Its credit code.", example = "91441200MA0000001U")
                    String uscc) {
        return new Page<>(query.versions(uscc), null, null);
    }

    @PUT
    @Path("disclosure-bodies/{uscc}")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @Refuses(
            with = DisclosureError.class,
            codes = {DisclosureError.Code.UNKNOWN_CLASS, DisclosureError.Code.REASON_REQUIRED})
    @Refuses(
            with = InstitutionError.class,
            codes = {
                InstitutionError.Code.INVALID_USCC,
                InstitutionError.Code.UNKNOWN_REGION,
                InstitutionError.Code.DATES_CONTRADICT,
                InstitutionError.Code.EXISTS
            })
    @Operation(
            operationId = "nameDisclosureBody",
            summary = "Name a body that must disclose, or change what is said of it",
            description = "A body that is named already is changed with If-Match and a reason, as a further version.")
    public RestResponse<DisclosureBody> name(
            @PathParam("uscc") @Parameter(description = "Its credit code.", example = "91441200MA0000001U") String uscc,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DisclosureBodyRequest request) {
        DisclosureBody body = disclosures.name(uscc, ifMatch, request);
        return Preconditions.changed(EntityTags.of(body.version()), body);
    }
}
