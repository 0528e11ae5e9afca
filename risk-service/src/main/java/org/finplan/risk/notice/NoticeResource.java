package org.finplan.risk.notice;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.risk.notice.query.NoticeView;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/notices")
@Tag(name = "Notices")
class NoticeResource {

    private final NoticeService notices;

    NoticeResource(NoticeService notices) {
        this.notices = notices;
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
    public RestResponse<NoticeView> write(@NotNull @Valid NoticeDraftRequest draft) {
        NoticeView notice = notices.write(draft);
        return RestResponse.ResponseBuilder.<NoticeView>created(URI.create("/api/v1/notices/" + notice.id()))
                .entity(notice)
                .header(HttpHeaders.ETAG, EntityTags.of(notice.version()))
                .build();
    }

    @PUT
    @Path("{id}")
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
            @NotNull @Valid NoticeDraftRequest draft) {
        return answer(notices.revise(id, ifMatch, draft));
    }

    @POST
    @Path("{id}:publish")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.NOTICES_WRITE)
    @Refuses(
            with = NoticeError.class,
            codes = {
                NoticeError.Code.NOT_ALLOWED,
                NoticeError.Code.UNKNOWN_CHANNEL,
                NoticeError.Code.CHANNEL_TAKEN,
                NoticeError.Code.PUBLISHED_IN_FUTURE
            })
    @Operation(
            operationId = "publishNotice",
            summary = "Publish a risk notice on one or more channels",
            description =
                    "Each channel has its own time. A published notice may be put on further channels; from then on"
                            + " everybody may read it.")
    public RestResponse<NoticeView> publish(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid PublishNoticeRequest publishing) {
        return answer(notices.publish(id, ifMatch, publishing));
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
            @NotNull @Valid WithdrawNoticeRequest withdrawing) {
        return answer(notices.withdraw(id, ifMatch, withdrawing));
    }

    private static RestResponse<NoticeView> answer(NoticeView notice) {
        return Preconditions.changed(EntityTags.of(notice.version()), notice);
    }
}
