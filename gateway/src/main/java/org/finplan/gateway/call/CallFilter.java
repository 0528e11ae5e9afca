package org.finplan.gateway.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which calls are asked for.
 *
 * @param client client, empty for any
 * @param subject caller, empty for any
 * @param key API key, empty for any
 * @param status status or class of statuses, empty for any
 * @param from first instant, empty for the oldest that is kept
 * @param to first instant after the last
 * @param seen which calls the reader sees, empty for all
 */
record CallFilter(
        Optional<String> client,
        Optional<String> subject,
        Optional<UUID> key,
        Optional<CallStatus> status,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Seen> seen) {

    /**
     * The calls that somebody sees who oversees some regions: its own, and those of callers who are bound to nothing else.
     *
     * @param client its client
     * @param subject its subject
     * @param regions codes of the regions, separated by commas
     */
    record Seen(String client, String subject, String regions) {}

    /** A condition of SQL with its parameters by name. */
    record Condition(String sql, Map<String, Object> parameters) {}

    Condition condition() {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        add(conditions, parameters, "client = :client", "client", client);
        add(conditions, parameters, "subject = :subject", "subject", subject);
        add(conditions, parameters, "key = :key", "key", key);
        add(conditions, parameters, "at >= :from", "from", from);
        add(conditions, parameters, "at < :to", "to", to);
        seen.ifPresent(value -> {
            conditions.add("(client = :ownClient AND subject = :ownSubject"
                    + " OR cardinality(regions) > 0 AND regions <@ string_to_array(:overseen, ','))");
            parameters.put("ownClient", value.client());
            parameters.put("ownSubject", value.subject());
            parameters.put("overseen", value.regions());
        });
        status.ifPresent(value -> {
            if (value.aborted()) {
                conditions.add("status IS NULL");
            } else {
                conditions.add("status BETWEEN :least AND :most");
                parameters.put("least", value.least());
                parameters.put("most", value.most());
            }
        });
        return new Condition(String.join(" AND ", conditions), parameters);
    }

    private static void add(
            List<String> conditions, Map<String, Object> parameters, String condition, String name, Optional<?> value) {
        value.ifPresent(sought -> {
            conditions.add(condition);
            parameters.put(name, sought);
        });
    }

    /** {@return the filter for one span of time} */
    CallFilter within(Instant first, Instant afterLast) {
        return new CallFilter(client, subject, key, status, Optional.of(first), Optional.of(afterLast), seen);
    }
}
