package org.finplan.gateway.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 */
record CallFilter(
        Optional<String> client,
        Optional<String> subject,
        Optional<UUID> key,
        Optional<CallStatus> status,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** A condition of SQL with its parameters in order. */
    record Condition(String sql, List<Object> parameters) {}

    Condition condition() {
        List<String> conditions = new ArrayList<>(List.of("true"));
        List<Object> parameters = new ArrayList<>();
        client.ifPresent(value -> add(conditions, parameters, "client = ?", value));
        subject.ifPresent(value -> add(conditions, parameters, "subject = ?", value));
        key.ifPresent(value -> add(conditions, parameters, "key = ?", value));
        from.ifPresent(value -> add(conditions, parameters, "at >= ?", value));
        to.ifPresent(value -> add(conditions, parameters, "at < ?", value));
        status.ifPresent(value -> {
            if (value.aborted()) {
                conditions.add("status IS NULL");
            } else {
                add(conditions, parameters, "status BETWEEN ? AND ?", value.least());
                parameters.add(value.most());
            }
        });
        return new Condition(String.join(" AND ", conditions), parameters);
    }

    private static void add(List<String> conditions, List<Object> parameters, String condition, Object value) {
        conditions.add(condition);
        parameters.add(value);
    }
}
