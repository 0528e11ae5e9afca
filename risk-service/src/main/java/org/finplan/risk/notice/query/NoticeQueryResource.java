package org.finplan.risk.notice.query;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
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
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/notices")
@Tag(name = "Notices")
class NoticeQueryResource {

    private final NoticeQueryService notices;

    NoticeQueryResource(NoticeQueryService notices) {
        this.notices = notices;
    }

    @GET
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
        return notices.list(state, region, paging);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PermissionName.NOTICES_READ)
    @Operation(
            operationId = "getNotice",
            summary = "One risk notice and what the caller may do with it",
            description = "Its ETag is needed to change, publish or withdraw it.")
    public RestResponse<NoticeView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        NoticeView notice = notices.get(id);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(notice.version()), notice);
    }
}
