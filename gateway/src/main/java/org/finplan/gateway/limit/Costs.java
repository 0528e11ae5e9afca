package org.finplan.gateway.limit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** As how many requests an operation counts. Paths without a star are found by one look into a map. */
final class Costs {

    private final Map<String, List<Entry>> exact = new HashMap<>();
    private final List<Entry> patterns = new ArrayList<>();

    Costs(Collection<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.requests() < 1) {
                throw new IllegalArgumentException(
                        "finplan.gateway.rates.costs: " + entry.path() + " must cost at least 1");
            }
            if (entry.path().contains("*")) {
                patterns.add(entry);
            } else {
                exact.computeIfAbsent(entry.path(), absent -> new ArrayList<>()).add(entry);
            }
        }
    }

    /**
     * What costs more than one request.
     *
     * @param path with {@code *} for any one segment, or a part of it
     * @param method HTTP method, empty for any
     * @param parameter query parameter that must be there, empty for none
     * @param requests as how many requests it counts
     */
    record Entry(String path, String method, String parameter, int requests) {

        private boolean asks(String givenMethod, String query) {
            return (method.isEmpty() || method.equals(givenMethod))
                    && (parameter.isEmpty() || has(query == null ? "" : query, parameter));
        }

        private static boolean has(String query, String name) {
            for (int at = query.indexOf(name); at >= 0; at = query.indexOf(name, at + 1)) {
                int end = at + name.length();
                boolean begins = at == 0 || query.charAt(at - 1) == '&';
                boolean ends = end == query.length() || query.charAt(end) == '=' || query.charAt(end) == '&';
                if (begins && ends) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Finds the cost of a request.
     *
     * @param method HTTP method
     * @param path without query
     * @param query raw, or null
     * @return the largest cost of all entries that fit, 1 when none does
     */
    int of(String method, String path, String query) {
        int cost = 1;
        for (Entry entry : exact.getOrDefault(path, List.of())) {
            if (entry.asks(method, query)) {
                cost = Math.max(cost, entry.requests());
            }
        }
        for (Entry entry : patterns) {
            if (entry.requests() > cost && entry.asks(method, query) && fits(entry.path(), path)) {
                cost = entry.requests();
            }
        }
        return cost;
    }

    /** Walks pattern and path side by side; a star takes all up to the next slash or colon. */
    static boolean fits(String pattern, String path) {
        int at = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '*') {
                int end = at;
                while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != ':') {
                    end++;
                }
                if (end == at) {
                    return false;
                }
                at = end;
            } else if (at < path.length() && path.charAt(at) == pattern.charAt(i)) {
                at++;
            } else {
                return false;
            }
        }
        return at == path.length();
    }
}
