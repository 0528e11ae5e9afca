package org.finplan.tasks.calendar;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.RestResponse;

/** The calendars of units, for phones. The query holds a secret: nothing here or on the way writes it down (ADR 28). */
@Path("/api/v1/calendars")
@Tag(name = "Calendars")
class CalendarResource {

    private static final String CACHING = "private, max-age=300";

    private final CalendarService calendars;

    CalendarResource(CalendarService calendars) {
        this.calendars = calendars;
    }

    @GET
    @Path("{unit: [^/]+}.ics")
    @Produces("text/calendar")
    @PermissionsAllowed(PermissionName.CALENDARS_READ)
    @Refuses(with = CalendarError.class, codes = CalendarError.Code.NOT_FOUND)
    @Operation(
            operationId = "getUnitCalendar",
            summary = "Calendar of a unit, for subscription (iCalendar)",
            description = """
                    Events of a whole day (RFC 5545): current deadlines of the unit's open matters, ends of pauses, extensions that are
                    asked for, and days on which tasks are due that the unit leads. From a year back to two years ahead, at most 500
                    matters and 500 tasks. Open to whoever has a key of this calendar (`POST /api/v1/calendar-keys`); whatever is wrong
                    with the key, the answer is 404.
                    """)
    public RestResponse<String> get(
            @PathParam("unit") @Parameter(description = "Code of the unit.", example = "441202") String unit,
            @QueryParam("key")
                    @Parameter(
                            description = "Key of the calendar; a secret.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                    String key,
            @QueryParam("lang")
                    @Parameter(
                            description = "Language of the words: zh, or en.",
                            example = "zh",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"zh", "en"},
                                            defaultValue = "zh"))
                    String lang,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        String text = calendars.read(unit, key, "en".equals(lang));
        RestResponse<String> answer = Preconditions.answer(ifNoneMatch, EntityTags.of(text), text);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, CACHING);
        return answer;
    }
}
