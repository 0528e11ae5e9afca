package org.finplan.risk.alert.silence;

import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Locale;
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
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/silences")
@Tag(name = "Silences")
class SilenceResource {

    private final SilenceService silences;

    SilenceResource(SilenceService silences) {
        this.silences = silences;
    }

    @POST
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.ALERTS_DIRECT)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = SilenceError.class,
            codes = {SilenceError.Code.UNKNOWN_MATCHER, SilenceError.Code.SPAN})
    @Operation(
            operationId = "makeSilence",
            summary = "Mute alerts for some time",
            description =
                    "They stay in every list, and events about them say by what they are muted. A silence that reaches red"
                            + " needs a second person before it has effect; name the level orange to silence up to it.")
    public RestResponse<SilenceView> make(@NotNull @Valid SilenceRequest silence) {
        SilenceView made = silences.make(silence);
        return RestResponse.ResponseBuilder.<SilenceView>created(URI.create("/api/v1/silences/" + made.id()))
                .entity(made)
                .header(HttpHeaders.ETAG, made.tag())
                .build();
    }

    @GET
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(
            operationId = "listSilences",
            summary = "Silences, the newest first",
            description = "The state is the one at the moment of asking.")
    public Page<SilenceView> list(
            @QueryParam("state")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"awaiting-approval", "scheduled", "in-force", "ended"}),
                            description = "awaiting-approval, scheduled, in-force or ended.",
                            example = "in-force")
                    String state,
            @BeanParam PageParameters paging) {
        SilenceState wanted = state == null
                ? null
                : SilenceState.valueOf(state.toUpperCase(Locale.ROOT).replace('-', '_'));
        return silences.list(wanted, paging);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(PermissionName.ALERTS_READ)
    @Operation(operationId = "getSilence", summary = "One silence", description = "Its ETag is needed to change it.")
    public RestResponse<SilenceView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        SilenceView silence = silences.get(id);
        return Preconditions.answer(ifNoneMatch, silence.tag(), silence);
    }

    @POST
    @Path("{id}:approve")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.ALERTS_DIRECT)
    @Refuses(
            with = SilenceError.class,
            codes = {SilenceError.Code.NOT_ALLOWED, SilenceError.Code.OWN_SILENCE})
    @Operation(
            operationId = "approveSilence",
            summary = "Approve a silence that reaches red, as a second person",
            description = "403 own-silence for whoever made it.")
    public RestResponse<SilenceView> approve(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(silences.approve(id, ifMatch));
    }

    @POST
    @Path("{id}:end")
    @Transactional
    @Idempotent
    @PermissionsAllowed(PermissionName.ALERTS_DIRECT)
    @Refuses(with = SilenceError.class, codes = SilenceError.Code.NOT_ALLOWED)
    @Operation(
            operationId = "endSilence",
            summary = "End a silence now",
            description = "Alerts that it muted and that nobody has charge of are told of.")
    public RestResponse<SilenceView> end(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(silences.end(id, ifMatch));
    }

    private static RestResponse<SilenceView> answer(SilenceView silence) {
        return Preconditions.changed(silence.tag(), silence);
    }
}
