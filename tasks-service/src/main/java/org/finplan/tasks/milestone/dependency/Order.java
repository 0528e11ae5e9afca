package org.finplan.tasks.milestone.dependency;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The order that dependencies put tasks in. It has no circle: a task that waits for itself never begins. */
final class Order {

    /** The tasks right before each one. */
    private final Map<String, Set<String>> before = new HashMap<>();

    /**
     * The order of some dependencies.
     *
     * @param dependencies each a task and one before it
     */
    Order(Collection<Edge> dependencies) {
        for (Edge edge : dependencies) {
            before.computeIfAbsent(edge.task(), task -> new LinkedHashSet<>()).add(edge.predecessor());
        }
    }

    /**
     * A dependency.
     *
     * @param task the task that waits
     * @param predecessor the task that it waits for
     */
    record Edge(String task, String predecessor) {}

    /**
     * Finds the circle that one more dependency would close.
     *
     * @param more the dependency
     * @return a shortest circle, each task waiting for the next, first and last the task of the dependency; empty when it closes
     *     none
     */
    Optional<List<String>> circle(Edge more) {
        Map<String, String> reachedFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(more.predecessor()));
        reachedFrom.put(more.predecessor(), more.task());
        while (!open.isEmpty() && !open.peek().equals(more.task())) {
            String task = open.remove();
            for (String earlier : before.getOrDefault(task, Set.of())) {
                if (reachedFrom.putIfAbsent(earlier, task) == null) {
                    open.add(earlier);
                }
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(wayBack(more, reachedFrom));
    }

    private static List<String> wayBack(Edge more, Map<String, String> reachedFrom) {
        Deque<String> circle = new ArrayDeque<>(List.of(more.task()));
        String task = more.task();
        do {
            task = reachedFrom.get(task);
            circle.addFirst(task);
        } while (!task.equals(more.task()));
        return List.copyOf(circle);
    }
}
