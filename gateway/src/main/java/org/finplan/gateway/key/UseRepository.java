package org.finplan.gateway.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What was used of the keys, in the database. */
@ApplicationScoped
class UseRepository {

    /** In the order of keys, so that two gateways never wait for each other in a circle. */
    private static final String COUNT = """
            INSERT INTO api_key_quota (key, period, used)
            SELECT key, period, used FROM unnest(:keys, :periods, :counts) AS t(key, period, used) ORDER BY key, period
            ON CONFLICT (key, period) DO UPDATE SET used = api_key_quota.used + EXCLUDED.used
            RETURNING key, period, used
            """;

    private static final String TOUCH = """
            INSERT INTO api_key_use (key, last_used_at)
            SELECT key, at FROM unnest(:keys, :times) AS t(key, at) ORDER BY key
            ON CONFLICT (key) DO UPDATE SET last_used_at = greatest(api_key_use.last_used_at, EXCLUDED.last_used_at)
            """;

    private final Jdbi jdbi;

    UseRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Total(UUID key, String period, long used) {}

    /** Adds what came in and reads the totals. */
    Map<UUID, UseCounter.Used> add(Map<UUID, UseCounter.Report> reports) {
        return jdbi.withHandle(handle -> {
            touch(handle, reports);
            Map<UUID, Map<String, Long>> totals = count(handle, reports);
            Map<UUID, UseCounter.Used> used = new HashMap<>();
            reports.forEach((key, report) -> used.put(
                    key,
                    new UseCounter.Used(
                            totals.get(key).get(report.periods().day()),
                            totals.get(key).get(report.periods().month()))));
            return used;
        });
    }

    private static Map<UUID, Map<String, Long>> count(Handle handle, Map<UUID, UseCounter.Report> reports) {
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
        handle.createQuery(COUNT)
                .bindArray("keys", UUID.class, keys)
                .bindArray("periods", String.class, periods)
                .bindArray("counts", Long.class, counts)
                .map(Row.to(row -> new Total(row.uuid("key"), row.text("period"), row.number("used"))))
                .forEach(total -> totals.computeIfAbsent(total.key(), absent -> new HashMap<>())
                        .put(total.period(), total.used()));
        return totals;
    }

    private static void touch(Handle handle, Map<UUID, UseCounter.Report> reports) {
        handle.createUpdate(TOUCH)
                .bindArray("keys", UUID.class, reports.keySet())
                .bindArray(
                        "times",
                        Instant.class,
                        reports.values().stream()
                                .map(UseCounter.Report::lastUsed)
                                .toList())
                .execute();
    }

    /** Removes counts of periods before the last month. */
    int forget(QuotaPeriods now) {
        String oldest = new QuotaPeriods(now.date().minusMonths(1)).month();
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM api_key_quota WHERE period < :oldest")
                .bind("oldest", oldest)
                .execute());
    }
}
