package org.finplan.gateway.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.gateway.edge.Answers;
import org.finplan.gateway.edge.Exchange;
import org.finplan.gateway.edge.Parameters;
import org.finplan.gateway.problem.Refusal;
import org.finplan.gateway.service.Service;
import org.finplan.platform.problem.WebError;

/** The resources that every service has a part of: audit records and dead letters, each as one list over all services. */
@ApplicationScoped
public class MergedLists {

    private static final int MOST = 500;
    private static final Comparator<JsonNode> NEWEST_FIRST = Comparator.comparing(
                    (JsonNode item) -> item.path("recordedAt").asText())
            .reversed();
    private static final Comparator<JsonNode> OLDEST_FIRST =
            Comparator.comparing(item -> item.path("since").asText());

    private final FanOut fanOut;

    MergedLists(FanOut fanOut) {
        this.fanOut = fanOut;
    }

    /**
     * Lists audit records of all services, newest first.
     *
     * @param context the request
     */
    public void audit(RoutingContext context) {
        list(context, List.of("subject", "resource", "action"), NEWEST_FIRST);
    }

    /**
     * Lists dead letters of all services, oldest first.
     *
     * @param context the request
     */
    public void deadLetters(RoutingContext context) {
        list(context, List.of("state"), OLDEST_FIRST);
    }

    /**
     * Verifies the audit chains of all services.
     *
     * @param context the request
     */
    public void verify(RoutingContext context) {
        Exchange.of(context).routedTo("audit");
        Parameters parameters = Parameters.of(context, List.of("service"));
        Map<String, String> uris = uris(services(parameters), context.request().path());
        fanOut.askAll(context, uris, HttpMethod.GET)
                .onSuccess(answers -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    body.put("intact", answers.values().stream().allMatch(answer -> answer.path("intact")
                            .asBoolean()));
                    body.putObject("services").setAll(answers);
                    Answers.json(context, 200, body);
                })
                .onFailure(failure -> fail(context, failure));
    }

    /**
     * Lets all dead letters of all services be tried again.
     *
     * @param context the request
     */
    public void replayAll(RoutingContext context) {
        Exchange.of(context).routedTo("dead-letters");
        Parameters parameters = Parameters.of(context, List.of("service"));
        Map<String, String> uris = uris(services(parameters), context.request().path());
        fanOut.askAll(context, uris, HttpMethod.POST)
                .onSuccess(answers -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    body.putObject("services").setAll(answers);
                    Answers.json(context, 202, body);
                })
                .onFailure(failure -> fail(context, failure));
    }

    /**
     * Shows or replays one dead letter: the request goes to the service that has it.
     *
     * @param context the request
     */
    public void oneDeadLetter(RoutingContext context) {
        Exchange.of(context).routedTo("dead-letters");
        Parameters.of(context, List.of());
        String path = context.request().path();
        String letter = path.endsWith(":replay") ? path.substring(0, path.length() - ":replay".length()) : path;
        seek(context, letter, new ArrayList<>(fanOut.names()));
    }

    private void seek(RoutingContext context, String letter, List<String> left) {
        String service = left.remove(0);
        fanOut.ask(context, service, HttpMethod.GET, letter)
                .compose(found -> found.status() == WebError.NOT_FOUND.status() || isSame(context, letter)
                        ? Future.succeededFuture(found)
                        : fanOut.ask(
                                context,
                                service,
                                context.request().method(),
                                context.request().path()))
                .onSuccess(answer -> {
                    if (answer.status() == WebError.NOT_FOUND.status() && !left.isEmpty()) {
                        seek(context, letter, left);
                    } else {
                        relay(context, answer);
                    }
                })
                .onFailure(context::fail);
    }

    private static boolean isSame(RoutingContext context, String letter) {
        return context.request().path().equals(letter);
    }

    private void list(RoutingContext context, List<String> filters, Comparator<JsonNode> order) {
        String path = context.request().path();
        Exchange.of(context).routedTo(path.substring(path.lastIndexOf('/') + 1));
        List<String> known = new ArrayList<>(filters);
        known.addAll(List.of("service", "limit", "cursor"));
        Parameters parameters = Parameters.of(context, known);
        int limit = parameters.number("limit", 1, MOST, 50);
        Map<String, MergedCursor.Place> places = places(parameters);
        StringBuilder query = new StringBuilder("?limit=").append(limit);
        for (String filter : filters) {
            parameters
                    .find(filter)
                    .ifPresent(value ->
                            query.append('&').append(filter).append('=').append(text(value)));
        }
        Map<String, String> uris = new TreeMap<>();
        places.forEach((service, place) ->
                uris.put(service, path + query + (place.cursor() == null ? "" : "&cursor=" + text(place.cursor()))));
        fanOut.askAll(context, uris, HttpMethod.GET)
                .onSuccess(pages -> {
                    MergedPage merged = MergedPage.merge(pages, places, limit, order);
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    body.putArray("items").addAll(merged.items());
                    body.put("nextCursor", merged.next());
                    Answers.json(context, 200, body);
                })
                .onFailure(failure -> fail(context, failure));
    }

    private Map<String, MergedCursor.Place> places(Parameters parameters) {
        List<String> services = services(parameters);
        if (parameters.find("cursor").isEmpty()) {
            Map<String, MergedCursor.Place> start = new HashMap<>();
            services.forEach(service -> start.put(service, MergedCursor.Place.START));
            return start;
        }
        Map<String, MergedCursor.Place> places = parameters
                .find("cursor")
                .flatMap(MergedCursor::decode)
                .map(MergedCursor::places)
                .orElse(Map.of());
        if (places.isEmpty() || !services.containsAll(places.keySet())) {
            throw Refusal.of(
                    WebError.INVALID_CURSOR,
                    "cursor 须为本次查询返回的 nextCursor。",
                    "cursor must be a nextCursor of this query.");
        }
        return places;
    }

    private List<String> services(Parameters parameters) {
        List<String> all = fanOut.names();
        return parameters
                .find("service")
                .map(name -> {
                    if (!all.contains(name)) {
                        throw parameters.invalid("service", all);
                    }
                    return List.of(name);
                })
                .orElse(all);
    }

    private static Map<String, String> uris(List<String> services, String uri) {
        Map<String, String> uris = new TreeMap<>();
        services.forEach(service -> uris.put(service, uri));
        return uris;
    }

    private static void fail(RoutingContext context, Throwable failure) {
        if (failure instanceof FanOut.Relay refused) {
            relay(context, refused.answer());
        } else {
            context.fail(failure);
        }
    }

    private static void relay(RoutingContext context, Service.Answer answer) {
        String mediaType = answer.mediaType() == null ? "application/json" : answer.mediaType();
        Answers.send(
                context, answer.status(), mediaType, Buffer.buffer(answer.body().getBytes()));
    }

    private static String text(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
