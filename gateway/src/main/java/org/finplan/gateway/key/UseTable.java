package org.finplan.gateway.key;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was used of the keys, in the database. */
final class UseTable {

    /** In the order of keys, so that two gateways never wait for each other in a circle. */
    private static final String COUNT = "INSERT INTO api_key_quota (key, period, used)"
            + " SELECT key, period, used FROM unnest(?::uuid[], ?::text[], ?::bigint[]) AS t(key, period, used)"
            + " ORDER BY key, period"
            + " ON CONFLICT (key, period) DO UPDATE SET used = api_key_quota.used + EXCLUDED.used"
            + " RETURNING key, period, used";

    private static final String TOUCH = "INSERT INTO api_key_use (key, last_used_at)"
            + " SELECT key, at FROM unnest(?::uuid[], ?::timestamptz[]) AS t(key, at) ORDER BY key"
            + " ON CONFLICT (key) DO UPDATE SET last_used_at = greatest(api_key_use.last_used_at, EXCLUDED.last_used_at)";
    private static final Duration REPLAYS_KEPT = Duration.ofDays(1);

    private UseTable() {}

    /** Adds what came in and reads the totals. */
    static Map<UUID, UseCounter.Used> add(Connection connection, Map<UUID, UseCounter.Report> reports)
            throws SQLException {
        touch(connection, reports);
        List<UUID> keys = new ArrayList<>();
        List<String> periods = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        reports.forEach((key, report) -> {
            for (String period :
                    List.of(report.periods().day(), report.periods().month())) {
                keys.add(key);
                periods.add(period);
                counts.add(report.count());
            }
        });
        Map<UUID, Map<String, Long>> totals = new HashMap<>();
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
            count.setArray(2, connection.createArrayOf("text", periods.toArray()));
            count.setArray(3, connection.createArrayOf("bigint", counts.toArray()));
            try (ResultSet rows = count.executeQuery()) {
                while (rows.next()) {
                    totals.computeIfAbsent(rows.getObject(1, UUID.class), absent -> new HashMap<>())
                            .put(rows.getString(2), rows.getLong(3));
                }
            }
        }
        Map<UUID, UseCounter.Used> used = new HashMap<>();
        reports.forEach((key, report) -> used.put(
                key,
                new UseCounter.Used(
                        totals.get(key).get(report.periods().day()),
                        totals.get(key).get(report.periods().month()))));
        return used;
    }

    private static void touch(Connection connection, Map<UUID, UseCounter.Report> reports) throws SQLException {
        OffsetDateTime[] times = reports.values().stream()
                .map(report -> KeyTable.at(report.lastUsed()))
                .toArray(OffsetDateTime[]::new);
        try (PreparedStatement touch = connection.prepareStatement(TOUCH)) {
            touch.setArray(1, connection.createArrayOf("uuid", reports.keySet().toArray()));
            touch.setArray(2, connection.createArrayOf("timestamptz", times));
            touch.executeUpdate();
        }
    }

    /** Removes counts of periods before the last month, and idempotency keys that are a day old. */
    static Void forget(Connection connection, QuotaPeriods now, Instant at) throws SQLException {
        String oldest = new QuotaPeriods(now.date().minusMonths(1)).month();
        try (PreparedStatement counts = connection.prepareStatement("DELETE FROM api_key_quota WHERE period < ?");
                PreparedStatement replays =
                        connection.prepareStatement("DELETE FROM api_key_request WHERE stored_at < ?")) {
            counts.setString(1, oldest);
            counts.executeUpdate();
            replays.setObject(1, KeyTable.at(at.minus(REPLAYS_KEPT)));
            replays.executeUpdate();
            return null;
        }
    }
}
