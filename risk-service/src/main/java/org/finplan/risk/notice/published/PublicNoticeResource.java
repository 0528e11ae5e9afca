package org.finplan.risk.notice.published;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.risk.notice.query.NoticeQueryService;
import org.finplan.risk.notice.query.NoticeView;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;

/** What everybody may read of the notices: those that were published. */
@Path("/api/v1/public/notices")
@Tag(name = "Public")
@PermissionsAllowed(PermissionName.PUBLISHED_NOTICES_READ)
class PublicNoticeResource {

    private static final int FRESH_SECONDS = 60;

    private final NoticeQueryService notices;

    PublicNoticeResource(NoticeQueryService notices) {
        this.notices = notices;
    }

    @GET
    @Cache(maxAge = FRESH_SECONDS)
    @Operation(
            operationId = "listPublicNotices",
            summary = "Published risk notices, the newest first",
            description = "Open to everybody, without a token. A withdrawn notice stays with its title and the reason.")
    public RestResponse<Page<PublicNoticeView>> list(
            @QueryParam("state")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"published", "withdrawn"}),
                            description = "published or withdrawn.",
                            example = "published")
                    String state,
            @QueryParam("region") @Parameter(description = "Region code.", example = "441200") String region,
            @BeanParam PageParameters paging,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Page<PublicNoticeView> page = notices.list(state, region, paging).map(PublicNoticeView::of);
        String tag = EntityTags.of(Stream.concat(
                        Stream.of(page.nextCursor() + "/" + page.total()),
                        page.items().stream().map(notice -> notice.id() + "/" + notice.version()))
                .toArray(String[]::new));
        return Preconditions.answer(ifNoneMatch, tag, page);
    }

    @GET
    @Path("{id}")
    @Cache(maxAge = FRESH_SECONDS)
    @Operation(
            operationId = "getPublicNotice",
            summary = "One published risk notice",
            description = "Open to everybody, without a token.")
    public RestResponse<PublicNoticeView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        NoticeView notice = notices.get(id);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(notice.version()), PublicNoticeView.of(notice));
    }
}
