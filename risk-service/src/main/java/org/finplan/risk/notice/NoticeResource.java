package org.finplan.risk.notice;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/notices")
@Tag(name = "Notices")
class NoticeResource {

    private final NoticeDesk desk;
    private final NoticeLists lists;
    private final NoticeRights rights;

    NoticeResource(NoticeDesk desk, NoticeLists lists, NoticeRights rights) {
        this.desk = desk;
        this.lists = lists;
        this.rights = rights;
    }

    @GET
    @Transactional
    @PermissionsAllowed(PermissionName.NOTICES_READ)
    @Operation(
            operationId = "listNotices",
            summary = "Risk notices, the newest first",
            description = "Drafts are seen by those who write and audit notices, others see what was published.")
    public Page<NoticeView> list(
            @QueryParam("state")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"draft", "published", "withdrawn"}),
                            description = "draft, published or withdrawn.",
                            example = "published")
                    String state,
            @QueryParam("region") @Parameter(description = "Region code.", example = "441200") String region,
            @BeanParam PageParameters paging) {
        return lists.notices(state, region, paging).map(this::view);
    }

    @GET
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(PermissionName.NOTICES_READ)
    @Operation(
            operationId = "getNotice",
            summary = "One risk notice and what the caller may do with it",
            description = "Its ETag is needed to change, publish or withdraw it.")
    public RestResponse<NoticeView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Notice notice = desk.readable(id);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(notice.version), view(notice));
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NOTICES_WRITE)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(with = NoticeError.class, codes = NoticeError.Code.UNKNOWN_REGION)
    @Operation(
            operationId = "writeNotice",
            summary = "Write the draft of a risk notice",
            description = "Nobody outside sees it before it is published.")
    public RestResponse<NoticeView> write(@NotNull @Valid NoticeRequests.Draft draft) {
        Notice notice = desk.write(draft);
        return RestResponse.ResponseBuilder.<NoticeView>created(URI.create("/api/v1/notices/" + notice.id))
                .entity(view(notice))
                .header(HttpHeaders.ETAG, EntityTags.of(notice.version))
                .build();
    }

    @PUT
    @Path("{id}")
    @Transactional
    @PermissionsAllowed(PermissionName.NOTICES_WRITE)
    @Refuses(
            with = NoticeError.class,
            codes = {NoticeError.Code.NOT_ALLOWED, NoticeError.Code.UNKNOWN_REGION})
    @Operation(
            operationId = "reviseNotice",
            summary = "Change the draft of a risk notice",
            description = "409 notice-action-not-allowed once it was published: what the public read is not changed.")
    public RestResponse<NoticeView> revise(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid NoticeRequests.Draft draft) {
        return answer(desk.revise(id, ifMatch, draft));
    }

    @POST
    @Path("{id}:publish")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NOTICES_WRITE)
    @Refuses(
            with = NoticeError.class,
            codes = {NoticeError.Code.NOT_ALLOWED, NoticeError.Code.UNKNOWN_CHANNEL, NoticeError.Code.CHANNEL_TAKEN, NoticeError.Code.PUBLISHED_IN_FUTURE})
    @Operation(
            operationId = "publishNotice",
            summary = "Publish a risk notice on one or more channels",
            description =
                    "Each channel has its own time. A published notice may be put on further channels; from then on"
                            + " everybody may read it.")
    public RestResponse<NoticeView> publish(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid NoticeRequests.Publishing publishing) {
        return answer(desk.publish(id, ifMatch, publishing));
    }

    @POST
    @Path("{id}:withdraw")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NOTICES_WRITE)
    @Refuses(with = NoticeError.class, codes = NoticeError.Code.NOT_ALLOWED)
    @Operation(
            operationId = "withdrawNotice",
            summary = "Take a risk notice back",
            description = "It stays in the history with its channels, times and the reason.")
    public RestResponse<NoticeView> withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid NoticeRequests.Withdrawing withdrawing) {
        return answer(desk.withdraw(id, ifMatch, withdrawing));
    }

    private NoticeView view(Notice notice) {
        return NoticeView.of(notice, rights.offer(notice));
    }

    private RestResponse<NoticeView> answer(Notice notice) {
        return RestResponse.ResponseBuilder.ok(view(notice))
                .header(HttpHeaders.ETAG, EntityTags.of(notice.version))
                .build();
    }
}
