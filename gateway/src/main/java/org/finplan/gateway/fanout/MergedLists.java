package org.finplan.gateway.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.paging.Cursor;

/** Asks several services for their part of a list, and makes one list of it. */
@ApplicationScoped
class MergedLists {

    private final FanOut fanOut;

    MergedLists(FanOut fanOut) {
        this.fanOut = fanOut;
    }

    /**
     * What is asked of all services.
     *
     * @param path of the list, the same in each
     * @param services names of those that are asked
     * @param filters parameters by name; null for none
     * @param cursor {@code nextCursor} of the page before, or null
     * @param limit most items
     * @param order of the items
     */
    record Query(
            String path,
            List<String> services,
            Map<String, String> filters,
            String cursor,
            int limit,
            Comparator<JsonNode> order) {}

    /**
     * Reads one page of the list of all.
     *
     * @param context the caller's request
     * @param query what is asked
     * @param own asks the gateway itself by the cursor of its own page, where it is among the services
     * @return the page; failed with the problem of whoever refused
     */
    Future<MergedPage> page(RoutingContext context, Query query, Function<String, Future<JsonNode>> own) {
        Map<String, MergedCursor.Position> places = places(query);
        StringBuilder parameters = new StringBuilder("?limit=").append(query.limit());
        query.filters().forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                parameters.append('&').append(name).append('=').append(text(value));
            }
        });
        Map<String, Future<JsonNode>> asked = new TreeMap<>();
        places.forEach((service, place) -> {
            String cursor = place.cursor() == null ? "" : "&cursor=" + text(place.cursor());
            asked.put(
                    service,
                    fanOut.isNamed(service)
                            ? fanOut.answer(context, service, HttpMethod.GET, query.path() + parameters + cursor)
                            : own.apply(place.cursor()));
        });
        return all(asked).map(pages -> MergedPage.merge(pages, places, query.limit(), query.order()));
    }

    /**
     * Waits for the answers of all.
     *
     * @param asked by the name of who was asked
     * @return the answers by the same names; failed when one is
     */
    static Future<Map<String, JsonNode>> all(Map<String, Future<JsonNode>> asked) {
        return Future.all(List.copyOf(asked.values())).map(done -> {
            Map<String, JsonNode> answers = new TreeMap<>();
            asked.forEach((service, answer) -> answers.put(service, answer.result()));
            return answers;
        });
    }

    /**
     * Those of several services that a caller asks for.
     *
     * @param name the one that it names, null for all
     * @param all their names
     * @return the names
     */
    static List<String> chosen(String name, List<String> all) {
        if (name != null && !all.contains(name)) {
            throw ProblemException.invalidParameter("service", name, all);
        }
        return name == null ? all : List.of(name);
    }

    private static Map<String, MergedCursor.Position> places(Query query) {
        if (query.cursor() == null) {
            Map<String, MergedCursor.Position> start = new HashMap<>();
            query.services().forEach(service -> start.put(service, MergedCursor.Position.START));
            return start;
        }
        return MergedCursor.decode(query.cursor())
                .map(MergedCursor::places)
                .filter(places -> query.services().containsAll(places.keySet()))
                .orElseThrow(() -> Cursor.invalid(query.cursor()));
    }

    private static String text(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
