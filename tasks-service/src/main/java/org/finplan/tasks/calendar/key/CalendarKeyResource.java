package org.finplan.tasks.calendar.key;

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
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.idempotency.Idempotent;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes, shows and revokes keys of calendars. */
@Path(CalendarKeyService.PATH)
@Tag(name = "Calendars")
@PermissionsAllowed(PermissionName.CALENDAR_KEYS_MANAGE)
class CalendarKeyResource {

    private final CalendarKeyService keys;

    CalendarKeyResource(CalendarKeyService keys) {
        this.keys = keys;
    }

    @POST
    @Transactional
    @Idempotent
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Refuses(
            with = CalendarKeyError.class,
            codes = {
                CalendarKeyError.Code.NOT_YOUR_UNIT,
                CalendarKeyError.Code.TOO_MANY,
                CalendarKeyError.Code.END_PASSED
            })
    @APIResponse(
            responseCode = "201",
            description = "The key, with its secret this once",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CalendarKeyView.class)))
    @Operation(
            operationId = "makeCalendarKey",
            summary = "Make a key of a unit's calendar and show it this once",
            description =
                    "A city admin for any unit of its city, an officer for the own unit. One key for each phone, so that one can"
                            + " be revoked alone. A repeated `Idempotency-Key` gives the key without its secret, which is kept nowhere.")
    public RestResponse<CalendarKeyView> make(@NotNull @Valid CalendarKeyRequest request) {
        CalendarKeyView made = keys.make(request);
        return RestResponse.ResponseBuilder.<CalendarKeyView>created(
                        URI.create(CalendarKeyService.PATH + "/" + made.id()))
                .header(HttpHeaders.ETAG, EntityTags.of(made.version()))
                .entity(made)
                .build();
    }

    @GET
    @Operation(
            operationId = "listCalendarKeys",
            summary = "Keys of calendars, the newest first, without their secrets",
            description = "A city admin sees those of its city, everybody else those of the own units.")
    public Page<CalendarKeyView> list(
            @QueryParam("unit") @Parameter(description = "Code of the unit.", example = "441202") String unit,
            @BeanParam CursorParameters paging) {
        return keys.list(unit, paging);
    }

    @GET
    @Path("{id: [^:/]+}")
    @Refuses(with = CalendarKeyError.class, codes = CalendarKeyError.Code.NOT_FOUND)
    @Operation(
            operationId = "getCalendarKey",
            summary = "One key of a calendar, without its secret",
            description = "Its ETag is needed to revoke it. The day of its last use does not change the tag.")
    public RestResponse<CalendarKeyView> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        CalendarKeyView key = keys.get(id);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(key.version()), key);
    }

    @POST
    @Path("{id: [^:/]+}:revoke")
    @Transactional
    @Idempotent
    @Refuses(
            with = CalendarKeyError.class,
            codes = {CalendarKeyError.Code.NOT_FOUND, CalendarKeyError.Code.NOT_ACTIVE})
    @Operation(
            operationId = "revokeCalendarKey",
            summary = "Take a key of a calendar back for good",
            description = "It opens nothing from now on. The phone keeps what it read last until it asks again.")
    public RestResponse<CalendarKeyView> revoke(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        CalendarKeyView revoked = keys.revoke(id, ifMatch);
        return Preconditions.changed(EntityTags.of(revoked.version()), revoked);
    }
}
