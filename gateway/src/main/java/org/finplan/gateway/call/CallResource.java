package org.finplan.gateway.call;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.paging.Cursor;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;

/** Lists calls and sums them up. */
@Path("/api/v1")
@PermissionsAllowed(PermissionName.CALLS_READ)
@Tag(name = "Calls")
class CallResource {

    private static final Duration USUAL_SPAN = Duration.ofDays(1);
    private static final Duration LONGEST_SPAN = Duration.ofDays(31);

    private final CallService service;
    private final Clock clock;

    CallResource(CallService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** Which calls. */
    static class Asked {

        private static final int LONGEST_NAME = 200;
        private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

        @QueryParam("client")
        @Parameter(
                description = "Only calls of this client.",
                schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_NAME))
        String client;

        @QueryParam("subject")
        @Parameter(
                description = "Only calls of this caller.",
                schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_NAME))
        String subject;

        @QueryParam("key")
        @Parameter(description = "Only calls with the API key of this id.")
        UUID key;

        @QueryParam("status")
        @Parameter(
                description =
                        "Only calls with this result, `403` for one status, `4xx` for a class, `aborted` for answers"
                                + " cut off.",
                schema = @Schema(type = SchemaType.STRING, pattern = "^([1-5](xx|[0-9]{2})|aborted)$"))
        String status;

        @QueryParam("from")
        @Parameter(
                description = "Only calls from this instant on.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time"))
        Instant from;

        @QueryParam("to")
        @Parameter(
                description = "Only calls before this instant.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time"))
        Instant to;

        CallFilter filter() {
            requireInTime("from", from);
            requireInTime("to", to);
            if (from != null && to != null && !from.isBefore(to)) {
                throw ProblemException.invalidParameter("to", to.toString(), List.of(from + ".."));
            }
            return new CallFilter(
                    name("client", client),
                    name("subject", subject),
                    Optional.ofNullable(key),
                    Optional.ofNullable(status).map(text -> CallStatus.find(text)
                            .orElseThrow(() -> ProblemException.invalidParameter("status", text, CallStatus.FORMS))),
                    Optional.ofNullable(from),
                    Optional.ofNullable(to),
                    Optional.empty());
        }

        private static void requireInTime(String name, Instant at) {
            if (at != null && !(at.isAfter(FIRST) && at.isBefore(LAST))) {
                throw ProblemException.invalidParameter(name, at.toString(), List.of(FIRST + ".." + LAST));
            }
        }

        private static Optional<String> name(String parameter, String text) {
            if (text != null && text.length() > LONGEST_NAME) {
                throw ProblemException.invalidParameter(parameter, text, List.of());
            }
            return Optional.ofNullable(text).filter(sent -> !sent.isBlank());
        }
    }

    @GET
    @Path("/calls")
    @Operation(
            operationId = "listCalls",
            summary = "Calls of the API by consumer, the newest first",
            description =
                    "Every call with who made it, when, and how it ended; refused ones are among them. City-admin and"
                            + " auditor see all, any other caller its own. A call appears about a second after it was answered.")
    public CallView.CallPage list(@BeanParam Asked asked, @BeanParam CursorParameters page) {
        CallFilter filter = asked.filter();
        int limit = page.limit();
        Page<CallView> calls = Page.of(
                        service.page(filter, page.after().map(CallResource::position), limit + 1),
                        limit,
                        call -> page.cursor(call.at().toString(), call.id().toString()),
                        null)
                .map(CallView::of);
        return new CallView.CallPage(calls.items(), calls.nextCursor());
    }

    @GET
    @Path("/calls:summary")
    @Operation(
            operationId = "summariseCalls",
            summary = "Calls, errors, bytes and times by consumer and route class, the busiest first",
            description =
                    "Over the last 24 hours unless `from` and `to` say otherwise; they lie 31 days apart at most.")
    public CallView.CallSummary summary(
            @BeanParam Asked asked,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Parameter(
                            description = "Most items of the page.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "50"))
                    int limit) {
        if (limit < 1 || limit > 500) {
            throw ProblemException.invalidParameter("limit", Integer.toString(limit), List.of("1..500"));
        }
        CallFilter filter = asked.filter();
        Instant to = filter.to().orElseGet(clock::instant);
        Instant from = filter.from().orElseGet(() -> to.minus(USUAL_SPAN));
        if (Duration.between(from, to).compareTo(LONGEST_SPAN) > 0) {
            throw ProblemException.invalidParameter("from", from.toString(), List.of(to.minus(LONGEST_SPAN) + ".."));
        }
        return new CallView.CallSummary(from, to, service.summary(filter.within(from, to), limit));
    }

    private static CallRepository.Position position(List<String> keys) {
        try {
            if (keys.size() == 2) {
                return new CallRepository.Position(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
            }
        } catch (DateTimeException | IllegalArgumentException forged) {
            // refused below, like one of another list
        }
        throw Cursor.invalid(String.join(",", keys));
    }
}
