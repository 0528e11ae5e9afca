package org.finplan.gateway.scope;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scopes: for each area of the API one to read and one to write. This is the one place that says which operation needs
 * which; the check of a request and the OpenAPI document ask here.
 */
public final class Scope {

    /** Area of what the gateway itself keeps: audit records, dead letters, API keys, calls, metrics. */
    public static final String OPERATIONS = "operations";

    /** Area of the event feed. */
    public static final String EVENTS = "events";

    /** All scopes there are. */
    public static final List<String> NAMES = List.of(
            "indicators:read",
            "indicators:write",
            "tasks:read",
            "tasks:write",
            "risk:read",
            "risk:write",
            "events:read",
            "operations:read",
            "operations:write");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> OPERATION_PATHS =
            List.of("/api/v1/audit", "/api/v1/dead-letters", "/api/v1/api-keys", "/api/v1/calls", "/q/metrics");
    private static final String EVENT_PATH = "/api/v1/events";

    private Scope() {}

    /**
     * The area of a path that the gateway answers itself.
     *
     * @param path without query
     * @return the area, empty when the gateway does not answer the path itself
     */
    public static Optional<String> ownArea(String path) {
        if (isAtOrBelow(path, EVENT_PATH)) {
            return Optional.of(EVENTS);
        }
        for (String prefix : OPERATION_PATHS) {
            if (isAtOrBelow(path, prefix)) {
                return Optional.of(OPERATIONS);
            }
        }
        return Optional.empty();
    }

    /**
     * The scope that an operation needs.
     *
     * @param area name of the service that answers, or {@link #ownArea}
     * @param method HTTP method
     * @return the scope, such as {@code tasks:read}
     */
    public static String needed(String area, String method) {
        return area + (READING.contains(method) ? ":read" : ":write");
    }

    private static boolean isAtOrBelow(String path, String prefix) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length()
                        || path.charAt(prefix.length()) == '/'
                        || path.charAt(prefix.length()) == ':');
    }
}
