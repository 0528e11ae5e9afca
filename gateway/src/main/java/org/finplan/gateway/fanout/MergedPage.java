package org.finplan.gateway.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

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
        PriorityQueue<Lane> heads =
                new PriorityQueue<>(Comparator.comparing(Lane::head, order).thenComparing(Lane::service));
        lanes.values().stream().filter(Lane::hasHead).forEach(heads::add);
        List<ObjectNode> items = new ArrayList<>();
        boolean open = lanes.values().stream().noneMatch(lane -> !lane.hasHead() && lane.next() != null);
        while (open && items.size() < limit && !heads.isEmpty()) {
            Lane lane = heads.poll();
            items.add(lane.take());
            if (lane.hasHead()) {
                heads.add(lane);
            } else {
                open = lane.next() == null;
            }
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

        String next() {
            return next;
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
