package org.finplan.gateway.call;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** The table of calls. */
@ApplicationScoped
class CallRepository {

    private static final String INSERT = """
            INSERT INTO call (at, id, client, subject, key, method, path, route, status, millis, bytes_in, bytes_out,
                trace_id, regions)
            SELECT at, id, client, subject, key, method, path, route, status, millis, bytes_in, bytes_out, trace_id,
                string_to_array(regions, ',')
            FROM unnest(:at, :id, :client, :subject, :key, :method, :path, :route, :status, :millis, :bytesIn, :bytesOut,
                :traceId, :regions) AS ended (at, id, client, subject, key, method, path, route, status, millis, bytes_in,
                bytes_out, trace_id, regions)
            """;

    private static final String SUMMARY = """
            SELECT client, subject, key, route, count(*) AS calls,
                count(*) FILTER (WHERE status IS NULL OR status >= 400) AS errors,
                CAST(sum(bytes_in) AS bigint) AS bytes_in, CAST(sum(bytes_out) AS bigint) AS bytes_out,
                percentile_disc(0.5) WITHIN GROUP (ORDER BY millis) AS p50,
                percentile_disc(0.95) WITHIN GROUP (ORDER BY millis) AS p95
            FROM call WHERE %s
            GROUP BY client, subject, key, route
            ORDER BY calls DESC, client, subject, key, route
            LIMIT :limit
            """;

    private static final RowMapper<Call> CALL = Row.to(row -> new Call(
            row.instant("at"),
            row.uuid("id"),
            row.text("client"),
            row.text("subject"),
            String.join(",", row.texts("regions")),
            row.uuid("key"),
            row.text("method"),
            row.text("path"),
            row.text("route"),
            row.integerOrNull("status"),
            row.number("millis"),
            row.number("bytes_in"),
            row.number("bytes_out"),
            row.text("trace_id")));

    private static final RowMapper<CallUse> USE = Row.to(row -> new CallUse(
            row.text("client"),
            row.text("subject"),
            row.uuid("key"),
            row.text("route"),
            row.number("calls"),
            row.number("errors"),
            row.number("bytes_in"),
            row.number("bytes_out"),
            row.number("p50"),
            row.number("p95")));

    private final Jdbi jdbi;

    CallRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The row after which a list goes on. */
    record Position(Instant at, UUID id) {}

    /** Writes calls in one statement, however many there are. */
    int insert(List<Call> calls) {
        return jdbi.withHandle(handle -> {
            Update insert = handle.createUpdate(INSERT);
            bind(insert, "at", Instant.class, calls, Call::at);
            bind(insert, "id", UUID.class, calls, Call::id);
            bind(insert, "client", String.class, calls, Call::client);
            bind(insert, "subject", String.class, calls, Call::subject);
            bind(insert, "key", UUID.class, calls, Call::key);
            bind(insert, "method", String.class, calls, Call::method);
            bind(insert, "path", String.class, calls, Call::path);
            bind(insert, "route", String.class, calls, Call::route);
            bind(insert, "status", Integer.class, calls, Call::status);
            bind(insert, "millis", Long.class, calls, Call::millis);
            bind(insert, "bytesIn", Long.class, calls, Call::bytesIn);
            bind(insert, "bytesOut", Long.class, calls, Call::bytesOut);
            bind(insert, "traceId", String.class, calls, Call::traceId);
            bind(insert, "regions", String.class, calls, Call::regions);
            return insert.execute();
        });
    }

    private static <T> void bind(
            Update insert, String name, Class<T> type, List<Call> calls, Function<Call, T> column) {
        insert.bindArray(name, type, calls.stream().map(column).toArray());
    }

    /** {@return a page of calls, the newest first} */
    List<Call> page(CallFilter filter, Optional<Position> after, int rows) {
        CallFilter.Condition condition = filter.condition();
        // The first condition alone lets the planner leave out the partitions of later days.
        String beyond = after.isPresent() ? " AND at <= :afterAt AND (at, id) < (:afterAt, :afterId)" : "";
        return jdbi.withHandle(handle -> {
            limitTime(handle);
            var query = handle.createQuery("SELECT * FROM call WHERE " + condition.sql() + beyond
                            + " ORDER BY at DESC, id DESC LIMIT :limit")
                    .bindMap(condition.parameters())
                    .bind("limit", rows);
            after.ifPresent(row -> query.bind("afterAt", row.at()).bind("afterId", row.id()));
            return query.map(CALL).list();
        });
    }

    /** {@return the use of the API by consumer and route class, the busiest first} */
    List<CallUse> summary(CallFilter filter, int rows) {
        CallFilter.Condition condition = filter.condition();
        return jdbi.withHandle(handle -> {
            limitTime(handle);
            return handle.createQuery(SUMMARY.formatted(condition.sql()))
                    .bindMap(condition.parameters())
                    .bind("limit", rows)
                    .map(USE)
                    .list();
        });
    }

    private static void limitTime(Handle handle) {
        handle.execute("SET LOCAL statement_timeout = '15s'");
    }

    /**
     * Makes the partitions of the days around now and drops those that are no longer kept.
     *
     * @param keptDays whole days before today
     * @return whether it was done
     */
    boolean turnPartitions(int keptDays) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT call_partitions(:days) IS NULL OR true AS done")
                .bind("days", keptDays)
                .mapTo(Boolean.class)
                .one());
    }
}
