package org.finplan.gateway.route;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the longest prefix of a path. A prefix ends at a border of the path: its end, a slash, or the colon of a custom
 * method, so that {@code /api/v1/tasks} takes {@code /api/v1/tasks:import} but not {@code /api/v1/tasks-archive}.
 *
 * @param <T> what a prefix leads to
 */
final class PrefixTable<T> {

    private final NavigableMap<String, T> byPrefix;

    /**
     * A table.
     *
     * @param byPrefix prefixes, each beginning with a slash and not ending with one
     * @throws IllegalArgumentException when a prefix has another form
     */
    PrefixTable(Map<String, T> byPrefix) {
        byPrefix.keySet().forEach(PrefixTable::check);
        this.byPrefix = new TreeMap<>(byPrefix);
    }

    Optional<T> find(String path) {
        for (int end = path.length(); end > 0; end = border(path, end - 1)) {
            T found = byPrefix.get(path.substring(0, end));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static int border(String path, int from) {
        return Math.max(path.lastIndexOf('/', from), path.lastIndexOf(':', from));
    }

    private static void check(String prefix) {
        if (!prefix.matches("(/[A-Za-z0-9._-]+)+")) {
            throw new IllegalArgumentException("No path prefix: " + prefix);
        }
    }
}
