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
import org.finplan.gateway.audit.OwnAudit;
import org.finplan.gateway.edge.Parameters;
import org.finplan.gateway.exchange.Answers;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.identity.Identity;
import org.finplan.gateway.service.Service;
import org.finplan.platform.access.audit.AuditChain;
import org.finplan.platform.problem.ProblemException;
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
    private final OwnAudit own;

    MergedLists(FanOut fanOut, OwnAudit own) {
        this.fanOut = fanOut;
        this.own = own;
    }

    /**
     * Lists audit records of all services and of the gateway, newest first.
     *
     * @param context the request
     */
    public void audit(RoutingContext context) {
        list(context, audited(), List.of("subject", "resource", "action"), NEWEST_FIRST);
    }

    /**
     * Lists dead letters of all services, oldest first.
     *
     * @param context the request
     */
    public void deadLetters(RoutingContext context) {
        list(context, fanOut.names(), List.of("state"), OLDEST_FIRST);
    }

    /**
     * Verifies the audit chains of all services and of the gateway.
     *
     * @param context the request
     */
    public void verify(RoutingContext context) {
        Exchange.of(context).routedTo("audit");
        Parameters parameters = Parameters.of(context, List.of("service"));
        Map<String, String> uris =
                uris(services(parameters, audited()), context.request().path());
        boolean asksOwn = uris.remove(OwnAudit.SERVICE) != null;
        Future<Map<String, JsonNode>> services = fanOut.askAll(context, uris, HttpMethod.GET);
        (asksOwn ? with(own.verify(Identity.of(context)), services) : services)
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
        Map<String, String> uris =
                uris(services(parameters, fanOut.names()), context.request().path());
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

    private void list(RoutingContext context, List<String> all, List<String> filters, Comparator<JsonNode> order) {
        String path = context.request().path();
        Exchange.of(context).routedTo(path.substring(path.lastIndexOf('/') + 1));
        List<String> known = new ArrayList<>(filters);
        known.addAll(List.of("service", "limit", "cursor"));
        Parameters parameters = Parameters.of(context, known);
        int limit = parameters.number("limit", 1, MOST, 50);
        Map<String, MergedCursor.Position> places = places(parameters, all);
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
        boolean asksOwn = uris.remove(OwnAudit.SERVICE) != null;
        Future<Map<String, JsonNode>> services = fanOut.askAll(context, uris, HttpMethod.GET);
        (asksOwn ? with(ownRecords(context, parameters, places, limit), services) : services)
                .onSuccess(pages -> {
                    MergedPage merged = MergedPage.merge(pages, places, limit, order);
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    body.putArray("items").addAll(merged.items());
                    body.put("nextCursor", merged.next());
                    Answers.json(context, 200, body);
                })
                .onFailure(failure -> fail(context, failure));
    }

    private Future<JsonNode> ownRecords(
            RoutingContext context, Parameters parameters, Map<String, MergedCursor.Position> places, int limit) {
        AuditChain.Filter filter = new AuditChain.Filter(
                parameters.find("subject").orElse(null),
                parameters.find("resource").orElse(null),
                parameters.find("action").orElse(null));
        return own.list(
                Identity.of(context), filter, places.get(OwnAudit.SERVICE).cursor(), limit);
    }

    private static Future<Map<String, JsonNode>> with(Future<JsonNode> own, Future<Map<String, JsonNode>> services) {
        return services.compose(answers -> own.map(answer -> {
            Map<String, JsonNode> all = new TreeMap<>(answers);
            all.put(OwnAudit.SERVICE, answer);
            return all;
        }));
    }

    private List<String> audited() {
        List<String> all = new ArrayList<>(fanOut.names());
        all.add(OwnAudit.SERVICE);
        return all;
    }

    private Map<String, MergedCursor.Position> places(Parameters parameters, List<String> all) {
        List<String> services = services(parameters, all);
        if (parameters.find("cursor").isEmpty()) {
            Map<String, MergedCursor.Position> start = new HashMap<>();
            services.forEach(service -> start.put(service, MergedCursor.Position.START));
            return start;
        }
        Map<String, MergedCursor.Position> places = parameters
                .find("cursor")
                .flatMap(MergedCursor::decode)
                .map(MergedCursor::places)
                .orElse(Map.of());
        if (places.isEmpty() || !services.containsAll(places.keySet())) {
            throw ProblemException.of(
                    WebError.INVALID_CURSOR,
                    "cursor 须为本次查询返回的 nextCursor。",
                    "cursor must be a nextCursor of this query.");
        }
        return places;
    }

    private static List<String> services(Parameters parameters, List<String> all) {
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
