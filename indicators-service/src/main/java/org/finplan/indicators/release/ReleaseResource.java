package org.finplan.indicators.release;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.indicators.observation.FigurePosition;
import org.finplan.indicators.planlife.RefusesClosed;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Announces releases and shows them: staged ones to their authors, published ones to everybody. */
@Path("/api/v1/releases")
@PermissionsAllowed(PermissionName.FIGURES_READ)
@Tag(name = "Releases")
class ReleaseResource {

    private final ReleaseService service;
    private final ReleaseReader reader;

    ReleaseResource(ReleaseService service, ReleaseReader reader) {
        this.service = service;
        this.reader = reader;
    }

    @POST
    @PermissionsAllowed(PermissionName.RELEASES_ANNOUNCE)
    @Idempotent
    @Transactional
    @Refuses(
            with = ReleaseError.class,
            codes = {ReleaseError.Code.FIELD_INVALID, ReleaseError.Code.IN_PAST, ReleaseError.Code.UNKNOWN_AUDIENCE})
    @Operation(
            operationId = "announceRelease",
            summary = "Announces a release: figures reported under it become known at its time.",
            description = "Report figures with its id as \"release\". Until releaseAt nobody but its authors sees them,"
                    + " nothing is judged by them and no event tells of them.")
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    public RestResponse<ReleaseView> announce(ReleaseRequest request) {
        return created(service.announce(request));
    }

    @GET
    @Operation(
            operationId = "listReleases",
            summary = "Lists releases, latest times first.",
            description = "Of those that the caller may see.")
    public Page<ReleaseView> list(
            @QueryParam("state")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"staged", "released", "superseded", "cancelled"}),
                            description = "staged, released, superseded or cancelled; all when absent.")
                    String state,
            @BeanParam PageParameters page) {
        Set<ReleaseState> states = state == null
                ? EnumSet.allOf(ReleaseState.class)
                : Set.of(ReleaseState.find(state)
                        .orElseThrow(() -> ProblemException.invalidParameter("state", state, ReleaseState.codes())));
        List<Release> rows = reader.page(
                states, page.after().map(keys -> position(keys, page)).orElse(null), page.limit());
        return Page.of(
                        rows,
                        page.limit(),
                        row -> page.cursor(row.releaseAt().toString(), row.id().toString()),
                        null)
                .map(this::view);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRelease",
            summary = "Reads a release.",
            description = "Its ETag is needed to cancel it.")
    public RestResponse<ReleaseView> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        Release release = reader.get(id);
        ReleaseView shown = alone(release);
        return Preconditions.answer(ifNoneMatch, tag(shown), shown);
    }

    @GET
    @Path("/{id}/observations")
    @Operation(
            operationId = "listReleaseObservations",
            summary = "Lists the figures of a release, as far as the caller's regions reach.",
            description = "Staged figures are seen by the authors only.")
    public Page<ReleaseView.FigureView> figures(@PathParam("id") UUID id, @BeanParam PageParameters page) {
        Release release = reader.get(id);
        Optional<FigurePosition> after = page.after().map(keys -> FigurePosition.of(keys)
                .orElseThrow(() -> Cursor.invalid(page.cursor(keys.toArray(String[]::new)))));
        return Page.of(
                        reader.figures(release, after, page.limit()),
                        page.limit(),
                        row -> page.cursor(FigurePosition.of(row.key()).keys()),
                        null)
                .map(ReleaseReader.Listed::view);
    }

    @POST
    @Path("/{id:[^/:]+}:cancel")
    @PermissionsAllowed(PermissionName.RELEASES_ANNOUNCE)
    @Idempotent
    @Transactional
    @Refuses(with = ReleaseError.class, codes = ReleaseError.Code.NOT_STAGED)
    @Operation(
            operationId = "cancelRelease",
            summary = "Calls a staged release off. Its figures never become known; its authors still see them.",
            description = "What was released is not cancelled but restored.")
    public RestResponse<ReleaseView> cancel(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Preconditions.requireMatch(ifMatch, tag(alone(reader.get(id))));
        ReleaseView cancelled = alone(service.cancel(id));
        return RestResponse.ResponseBuilder.ok(cancelled)
                .header("ETag", tag(cancelled))
                .build();
    }

    @POST
    @Path("/{id:[^/:]+}:restore")
    @PermissionsAllowed(PermissionName.RELEASES_ANNOUNCE)
    @Idempotent
    @Transactional
    @RefusesClosed
    @Refuses(
            with = ReleaseError.class,
            codes = {
                ReleaseError.Code.FIELD_INVALID,
                ReleaseError.Code.IN_PAST,
                ReleaseError.Code.NOT_PUBLISHED,
                ReleaseError.Code.TOO_LARGE,
                ReleaseError.Code.REASON_REQUIRED
            })
    @Operation(
            operationId = "restoreRelease",
            summary = "Brings the figures of a published release back, as a new release with a reason.",
            description =
                    "The figures become known again at the time of the new release. What later releases brought beside"
                            + " them is listed in left: it stays until somebody withdraws it.")
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    public RestResponse<ReleaseView> restore(@PathParam("id") UUID id, ReleaseRequest.Restoration request) {
        return created(service.restore(id, request));
    }

    private RestResponse<ReleaseView> created(Release release) {
        ReleaseView shown = alone(release);
        return RestResponse.ResponseBuilder.<ReleaseView>create(RestResponse.Status.CREATED)
                .location(URI.create(ReleaseService.path(release.id())))
                .header("ETag", tag(shown))
                .entity(shown)
                .build();
    }

    private ReleaseView alone(Release release) {
        return ReleaseView.of(release, reader.isAuthor(release), reader.left(release));
    }

    private ReleaseView view(Release release) {
        return ReleaseView.of(release, reader.isAuthor(release));
    }

    /** Staging more figures does not touch the release itself; what others leave in place beside it is part of the answer. */
    private static String tag(ReleaseView release) {
        return release.left() == null
                ? EntityTags.of(release.id().toString(), release.state())
                : EntityTags.of(
                        release.id().toString(), release.state(), release.left().toString());
    }

    private static ReleasePosition position(List<String> keys, PageParameters page) {
        try {
            return new ReleasePosition(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
        } catch (IndexOutOfBoundsException | DateTimeException | IllegalArgumentException foreign) {
            throw Cursor.invalid(page.cursor(keys.toArray(String[]::new)));
        }
    }
}
