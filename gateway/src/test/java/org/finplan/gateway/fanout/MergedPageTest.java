package org.finplan.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MergedPageTest {

    private static final Comparator<JsonNode> BY_TIME =
            Comparator.comparing(item -> item.path("time").asInt());

    @Property
    void everyItemComesOnceAndInOrderWhateverThePages(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int limit, @ForAll @IntRange(max = 30) int most) {
        Random random = new Random(seed);
        Map<String, List<Integer>> lists = new HashMap<>();
        int total = 0;
        for (String service : List.of("indicators", "risk", "tasks")) {
            List<Integer> times = random.ints(random.nextInt(most + 1), 0, 50)
                    .sorted()
                    .boxed()
                    .toList();
            lists.put(service, times);
            total += times.size();
        }
        List<ObjectNode> items = readAll(lists, limit);
        assertThat(items).hasSize(total).isSortedAccordingTo(BY_TIME);
        assertThat(items.stream().map(ObjectNode::toString).distinct()).hasSize(total);
    }

    private static List<ObjectNode> readAll(Map<String, List<Integer>> lists, int limit) {
        List<ObjectNode> items = new ArrayList<>();
        Map<String, MergedCursor.Position> places = new HashMap<>();
        lists.keySet().forEach(service -> places.put(service, MergedCursor.Position.START));
        while (!places.isEmpty()) {
            Map<String, JsonNode> pages = new HashMap<>();
            places.forEach((service, place) -> pages.put(service, page(lists.get(service), place.cursor(), limit)));
            MergedPage page = MergedPage.merge(pages, Map.copyOf(places), limit, BY_TIME);
            assertThat(page.items().size()).isLessThanOrEqualTo(limit);
            items.addAll(page.items());
            places.clear();
            if (page.next() != null) {
                places.putAll(MergedCursor.decode(page.next()).orElseThrow().places());
            }
        }
        return items;
    }

    /** A page as a service gives it: the cursor is the index to go on from. */
    private static JsonNode page(List<Integer> times, String cursor, int limit) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(times.size(), from + limit);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        for (int i = from; i < to; i++) {
            items.addObject().put("index", i).put("time", times.get(i));
        }
        return page.put("nextCursor", to < times.size() ? Integer.toString(to) : null);
    }

    @Test
    void garbageIsNoCursor() {
        for (String text : List.of("", "garbage", "e30", "bnVsbA", "eyJhIjpudWxsfQ", "eyJhIjp7InRha2VuIjotMX19", "%")) {
            assertThat(MergedCursor.decode(text)).as(text).isEmpty();
        }
    }
}
