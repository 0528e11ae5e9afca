package org.finplan.gateway.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.gateway.merge.SortedMerge;

/**
 * One page of the lists of several services, merged by time.
 *
 * @param items each with the name of its service
 * @param next where to go on, null at the end of all
 */
record MergedPage(List<ObjectNode> items, String next) {

    /**
     * Merges. It stops when it has enough, or when a list is used up that has a next page, since the next item may be
     * there: a page may be short without being the last.
     *
     * @param pages the answer of each service, with {@code items} and {@code nextCursor}
     * @param places the place each page was read from
     * @param limit most items
     * @param order of the items
     * @return the page
     */
    static MergedPage merge(
            Map<String, JsonNode> pages,
            Map<String, MergedCursor.Position> places,
            int limit,
            Comparator<JsonNode> order) {
        Map<String, Lane> lanes = new TreeMap<>();
        pages.forEach((service, page) -> lanes.put(service, new Lane(service, page, places.get(service))));
        List<ObjectNode> items = new ArrayList<>();
        if (lanes.values().stream().noneMatch(Lane::goesOnElsewhere)) {
            SortedMerge.run(
                    lanes.values(),
                    Lane::hasHead,
                    Comparator.comparing(Lane::head, order).thenComparing(Lane::service),
                    lane -> {
                        items.add(lane.take());
                        return items.size() < limit && !lane.goesOnElsewhere();
                    });
        }
        Map<String, MergedCursor.Position> left = new HashMap<>();
        lanes.values().stream().filter(lane -> !lane.atEnd()).forEach(lane -> left.put(lane.service(), lane.place()));
        return new MergedPage(items, left.isEmpty() ? null : new MergedCursor(left).encode());
    }

    /** The page of one service. */
    private static final class Lane {
        private final String service;
        private final List<ObjectNode> items = new ArrayList<>();
        private final String cursor;
        private final String next;
        private int taken;

        Lane(String service, JsonNode page, MergedCursor.Position place) {
            this.service = service;
            this.cursor = place.cursor();
            this.taken = place.taken();
            this.next = page.path("nextCursor").textValue();
            page.path("items").forEach(item -> items.add((ObjectNode) item));
        }

        String service() {
            return service;
        }

        /** Whether its next item, if there is one, is on its next page. */
        boolean goesOnElsewhere() {
            return !hasHead() && next != null;
        }

        boolean hasHead() {
            return taken < items.size();
        }

        JsonNode head() {
            return items.get(taken);
        }

        ObjectNode take() {
            ObjectNode item = items.get(taken);
            taken++;
            return item.put("service", service);
        }

        boolean atEnd() {
            return !hasHead() && next == null;
        }

        MergedCursor.Position place() {
            return hasHead() ? new MergedCursor.Position(cursor, taken) : new MergedCursor.Position(next, 0);
        }
    }
}
