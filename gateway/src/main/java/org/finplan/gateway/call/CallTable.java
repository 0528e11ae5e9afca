package org.finplan.gateway.call;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The table of calls. Every method works in its caller's transaction. */
final class CallTable {

    private static final String INSERT = """
            INSERT INTO call (at, id, client, subject, key, method, path, route, status, millis, bytes_in, bytes_out,
                trace_id)
            SELECT * FROM unnest(?::timestamptz[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[],
                ?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])
            """;

    private static final String SUMMARY = """
            SELECT client, subject, key, route, count(*) AS calls,
                count(*) FILTER (WHERE status IS NULL OR status >= 400) AS errors,
                sum(bytes_in)::bigint AS bytes_in, sum(bytes_out)::bigint AS bytes_out,
                percentile_disc(0.5) WITHIN GROUP (ORDER BY millis) AS p50,
                percentile_disc(0.95) WITHIN GROUP (ORDER BY millis) AS p95
            FROM call WHERE %s
            GROUP BY client, subject, key, route
            ORDER BY calls DESC, client, subject, key, route
            LIMIT ?
            """;

    private CallTable() {}

    /** Writes calls in one statement, however many there are. */
    static int insert(Connection connection, List<Call> calls) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            int column = 0;
            statement.setArray(++column, array(connection, "timestamptz", calls, Call::at));
            statement.setArray(++column, array(connection, "uuid", calls, Call::id));
            statement.setArray(++column, array(connection, "text", calls, Call::client));
            statement.setArray(++column, array(connection, "text", calls, Call::subject));
            statement.setArray(++column, array(connection, "uuid", calls, Call::key));
            statement.setArray(++column, array(connection, "text", calls, Call::method));
            statement.setArray(++column, array(connection, "text", calls, Call::path));
            statement.setArray(++column, array(connection, "text", calls, Call::route));
            statement.setArray(++column, array(connection, "int4", calls, Call::status));
            statement.setArray(++column, array(connection, "int8", calls, Call::millis));
            statement.setArray(++column, array(connection, "int8", calls, Call::bytesIn));
            statement.setArray(++column, array(connection, "int8", calls, Call::bytesOut));
            statement.setArray(++column, array(connection, "text", calls, Call::traceId));
            return statement.executeUpdate();
        }
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Call> calls, Function<Call, Object> column) throws SQLException {
        return connection.createArrayOf(type, calls.stream().map(column).toArray());
    }

    /** {@return a page of calls, the newest first} */
    static List<Call> page(Connection connection, CallFilter filter, Optional<CallCursor> after, int rows)
            throws SQLException {
        CallFilter.Condition condition = filter.condition();
        List<Object> parameters = new ArrayList<>(condition.parameters());
        String beyond = "";
        if (after.isPresent()) {
            // The first condition alone lets the planner leave out the partitions of later days.
            beyond = " AND at <= ? AND (at, id) < (?, ?)";
            parameters.add(after.get().at());
            parameters.add(after.get().at());
            parameters.add(after.get().id());
        }
        parameters.add(rows);
        String sql = "SELECT * FROM call WHERE " + condition.sql() + beyond + " ORDER BY at DESC, id DESC LIMIT ?";
        return query(connection, sql, parameters, CallTable::call);
    }

    /** {@return the use of the API by consumer and route class, the busiest first} */
    static List<CallUse> summary(Connection connection, CallFilter filter, int rows) throws SQLException {
        CallFilter.Condition condition = filter.condition();
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(rows);
        return query(connection, SUMMARY.formatted(condition.sql()), parameters, CallTable::use);
    }

    /**
     * Makes the partitions of the days around now and drops those that are no longer kept.
     *
     * @param keptDays whole days before today
     */
    static void turn(Connection connection, int keptDays) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT call_partitions(?)")) {
            statement.setInt(1, keptDays);
            statement.execute();
        }
    }

    /** A value of a row. */
    @FunctionalInterface
    private interface Mapping<T> {
        T map(ResultSet row) throws SQLException;
    }

    private static <T> List<T> query(Connection connection, String sql, List<Object> parameters, Mapping<T> mapping)
            throws SQLException {
        try (Statement limit = connection.createStatement()) {
            limit.execute("SET LOCAL statement_timeout = '15s'");
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                Object value = parameters.get(i);
                statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(mapping.map(rows));
                }
            }
            return found;
        }
    }

    private static Call call(ResultSet row) throws SQLException {
        return new Call(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("id", UUID.class),
                row.getString("client"),
                row.getString("subject"),
                row.getObject("key", UUID.class),
                row.getString("method"),
                row.getString("path"),
                row.getString("route"),
                row.getObject("status", Integer.class),
                row.getLong("millis"),
                row.getLong("bytes_in"),
                row.getLong("bytes_out"),
                row.getString("trace_id"));
    }

    private static CallUse use(ResultSet row) throws SQLException {
        return new CallUse(
                row.getString("client"),
                row.getString("subject"),
                row.getObject("key", UUID.class),
                row.getString("route"),
                row.getLong("calls"),
                row.getLong("errors"),
                row.getLong("bytes_in"),
                row.getLong("bytes_out"),
                row.getLong("p50"),
                row.getLong("p95"));
    }
}
