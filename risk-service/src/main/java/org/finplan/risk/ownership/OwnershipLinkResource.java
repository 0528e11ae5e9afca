package org.finplan.risk.ownership;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.time.AsOf;
import org.finplan.risk.institution.InstitutionError;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/ownership-links")
@Tag(name = "Ownership")
class OwnershipLinkResource {

    private final OwnershipService links;
    private final OwnershipQueryService query;

    OwnershipLinkResource(OwnershipService links, OwnershipQueryService query) {
        this.links = links;
        this.query = query;
    }

    @GET
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listOwnershipLinks",
            summary = "Links of ownership, the newest first",
            description = "Those of the caller's regions that were not taken back: of one institution, or of one holder"
                    + " in all files.")
    public Page<OwnershipLinkView> list(
            @QueryParam("institution") @Parameter(description = "Credit code of an institution.") String institution,
            @QueryParam("holder") @Parameter(description = "Credit code of who holds.") String holder,
            @QueryParam("on") @Parameter(description = "Those in force that day.", example = "2026-06-30") LocalDate on,
            @BeanParam AsOf asOf,
            @BeanParam CursorParameters paging) {
        return query.list(
                        new OwnershipLinkFilter(
                                institution, holder, on, asOf.instant().orElse(null)),
                        paging)
                .map(OwnershipLinkView::of);
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = OwnershipError.class,
            codes = {
                OwnershipError.Code.NOT_IN_CHAIN,
                OwnershipError.Code.UNKNOWN_HOLDER_KIND,
                OwnershipError.Code.UNKNOWN_NATURE,
                OwnershipError.Code.SELF_HOLDING,
                OwnershipError.Code.SHARE,
                OwnershipError.Code.TOO_MANY_SHARES,
                OwnershipError.Code.OVERLAP
            })
    @Refuses(
            with = InstitutionError.class,
            codes = {
                InstitutionError.Code.UNKNOWN_INSTITUTION,
                InstitutionError.Code.INVALID_USCC,
                InstitutionError.Code.DATES_CONTRADICT
            })
    @Operation(
            operationId = "recordOwnershipLink",
            summary = "Record who holds an institution, or a firm higher up in its chain",
            description =
                    "With source and dates. The shares of what is held add up to 100 percent at most on every day.")
    public RestResponse<OwnershipLinkView> record(@NotNull @Valid OwnershipLinkRequest request) {
        OwnershipLink link = links.record(request);
        return RestResponse.ResponseBuilder.<OwnershipLinkView>created(URI.create(OwnershipLink.path(link.id())))
                .entity(OwnershipLinkView.of(link))
                .header(HttpHeaders.ETAG, EntityTags.of(link.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "getOwnershipLink",
            summary = "One link",
            description = "Also one that was taken back. Its ETag is needed to correct it.")
    public RestResponse<OwnershipLinkView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        OwnershipLink link = links.get(id);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(link.version()), OwnershipLinkView.of(link));
    }

    @GET
    @Path("{id}/versions")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_READ)
    @Operation(
            operationId = "listOwnershipLinkVersions",
            summary = "All versions of a link, the newest first",
            description = "Each with the reason why it took the place of the one before.")
    public Page<OwnershipLinkView> versions(@PathParam("id") UUID id) {
        return new Page<>(links.versions(id), null, null).map(OwnershipLinkView::of);
    }

    @PUT
    @Path("{id}")
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @Refuses(with = OwnershipError.class)
    @Refuses(
            with = InstitutionError.class,
            codes = {
                InstitutionError.Code.UNKNOWN_INSTITUTION,
                InstitutionError.Code.INVALID_USCC,
                InstitutionError.Code.DATES_CONTRADICT
            })
    @Operation(
            operationId = "correctOwnershipLink",
            summary = "Correct a link, with the reason",
            description =
                    "Also to say when it ended. The correction is a further version; groups have a new one with it.")
    public RestResponse<OwnershipLinkView> correct(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid OwnershipLinkRequest request) {
        return answer(links.correct(id, ifMatch, request));
    }

    @POST
    @Path("{id}:withdraw")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.INSTITUTIONS_REGISTER)
    @Refuses(with = OwnershipError.class, codes = OwnershipError.Code.WITHDRAWN)
    @Operation(
            operationId = "withdrawOwnershipLink",
            summary = "Take a link back that never was, with the reason",
            description = "It stays to be read by its id. One that ended is corrected instead.")
    public RestResponse<OwnershipLinkView> withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WithdrawLinkRequest request) {
        return answer(links.withdraw(id, ifMatch, request.reason()));
    }

    private static RestResponse<OwnershipLinkView> answer(OwnershipLink link) {
        return Preconditions.changed(EntityTags.of(link.version()), OwnershipLinkView.of(link));
    }
}
