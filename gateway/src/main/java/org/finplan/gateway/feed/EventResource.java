package org.finplan.gateway.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.gateway.problem.GatewayError;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.StructuredEvents;
import org.finplan.platform.http.Accept;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** The event log for those who do not speak Kafka, as a long poll. */
@Path(EventResource.PATH)
@PermissionsAllowed(PermissionName.EVENTS_READ)
@Tag(name = "Events")
class EventResource {

    static final String PATH = "/api/v1/events";

    private static final List<String> OTHERS = List.of("types", "region", "limit", "wait");

    private final LongPoll poll;
    private final PlanRegister plans;
    private final Caller caller;
    private final RegionScope scope;
    private final CurrentVertxRequest request;

    EventResource(LongPoll poll, PlanRegister plans, Caller caller, RegionScope scope, CurrentVertxRequest request) {
        this.poll = poll;
        this.plans = plans;
        this.caller = caller;
        this.scope = scope;
        this.request = request;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, StructuredEvents.BATCH_MEDIA_TYPE})
    @Refuses(
            with = GatewayError.class,
            codes = {"cursor-expired", "event-log-replaced"})
    @Operation(operationId = "readEvents", summary = "Events after a cursor, as a long poll", description = """
                    The order of the events of one aggregate (`partitionkey`, counted by `sequence`) is kept; events of different
                    aggregates come about in the order of their time. An answer without events is not the end: the feed has none.
                    Callers get the events of their regions, of the regions around them and of the reference regions, and of the
                    services that their roles read.

                    A cursor belongs to one event log. While topics of it are absent the answer is 503; when another log took its place,
                    as after the loss of the broker's disk, it is 410 `event-log-replaced`: `errors[0].accepted[0]` is the cursor to go on
                    from, and the further `errors` say of each topic which events may have been missed.
                    """)
    @APIResponse(
            responseCode = "200",
            description = "Events and where to go on.",
            headers =
                    @Header(
                            name = "Link",
                            description =
                                    "With the batch form, `rel=\"next\"` is the same question after these events.",
                            schema = @Schema(implementation = String.class)),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = EventView.EventPage.class)),
                @Content(
                        mediaType = StructuredEvents.BATCH_MEDIA_TYPE,
                        schema = @Schema(implementation = EventView[].class))
            })
    public CompletionStage<Response> read(
            @BeanParam EventParameters asked, @Context UriInfo uri, @Context HttpHeaders headers) {
        EventFilter filter = new EventFilter(
                caller.roles(),
                scope.readable(),
                scope.readsEveryCity(),
                asked.types(),
                asked.regions(plans.regions(), plans.regionCodes()));
        if (!filter.readsAnything()) {
            throw ProblemException.of(WebError.FORBIDDEN, "您的角色不能读取事件。", "Your roles do not read events.");
        }
        FeedQuery query = new FeedQuery(asked.cursor(), asked.fromNow(), filter, asked.limit());
        boolean batch =
                Accept.of(headers.getRequestHeader(HttpHeaders.ACCEPT)).names(StructuredEvents.BATCH_MEDIA_TYPE);
        return poll.read(request.getCurrent(), query, asked.patience())
                .map(page -> batch ? batch(page, uri) : json(page))
                .toCompletionStage();
    }

    private static Response batch(FeedPage page, UriInfo uri) {
        return Response.ok(StructuredEvents.batch(page.events()), StructuredEvents.BATCH_MEDIA_TYPE)
                .header("Link", "<" + link(uri, page.next().encode()) + ">; rel=\"next\"")
                .build();
    }

    /** Written as it was read: a number keeps every digit. */
    private static Response json(FeedPage page) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("items").addAll(page.events());
        body.put("nextCursor", page.next().encode());
        return Response.ok(StructuredEvents.bytes(body), MediaType.APPLICATION_JSON)
                .build();
    }

    private static String link(UriInfo uri, String next) {
        StringBuilder link = new StringBuilder(PATH).append("?after=").append(next);
        for (String name : OTHERS) {
            String value = uri.getQueryParameters().getFirst(name);
            if (value != null) {
                link.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return link.toString();
    }
}
