package org.finplan.platform.outbox.append;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.events.EventCatalog;
import org.finplan.platform.events.EventType;

/**
 * Stores the events of one transaction at its end: assigns the sequences under the lock on each aggregate's row, in the
 * order of the aggregate ids so that two transactions never wait for each other in a circle, and inserts the rows. One
 * round trip however many events there are.
 */
public final class OutboxWriter {

    private static final String INSERT = """
            WITH next AS (
                INSERT INTO outbox_sequence AS s (aggregate, last)
                SELECT a.aggregate, a.number
                FROM unnest(?::text[], ?::bigint[]) WITH ORDINALITY AS a(aggregate, number, place)
                ORDER BY a.place
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + excluded.last
                RETURNING s.aggregate, s.last)
            INSERT INTO outbox (id, shard_hash, topic, type, schema, source, subject, occurred_at, aggregate, sequence,
                traceparent, region, data)
            SELECT e.id, e.shard_hash, e.topic, e.type, e.schema, e.source, e.subject, e.occurred_at, e.aggregate,
                next.last - e.later, e.traceparent, e.region, e.data
            FROM unnest(?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::timestamptz[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY
                AS e(id, shard_hash, topic, type, schema, source, subject, occurred_at, aggregate, later, traceparent,
                    region, data, place)
            JOIN next ON next.aggregate = e.aggregate
            ORDER BY e.place""";

    private OutboxWriter() {}

    /**
     * Stores events in the transaction of a connection.
     *
     * @param connection connection with an open transaction
     * @param events events in the order of their appends, not empty
     * @throws SQLException when the database refuses
     */
    public static void write(Connection connection, List<PendingEvent> events) throws SQLException {
        Map<String, Long> numbers = new TreeMap<>();
        for (PendingEvent pending : events) {
            numbers.merge(pending.event().aggregate(), 1L, Long::sum);
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            Columns columns = new Columns(connection, statement);
            columns.set("text", numbers.keySet().toArray());
            columns.set("bigint", numbers.values().toArray());
            columns.set("uuid", events.stream().map(PendingEvent::id).toArray());
            columns.set(
                    "integer",
                    events.stream().map(e -> shardHash(e.event().aggregate())).toArray());
            columns.set("text", events.stream().map(e -> type(e).topic()).toArray());
            columns.set("text", events.stream().map(e -> type(e).name()).toArray());
            columns.set("text", events.stream().map(e -> type(e).schema()).toArray());
            columns.set("text", events.stream().map(PendingEvent::source).toArray());
            columns.set("text", events.stream().map(e -> e.event().subject()).toArray());
            columns.set("text", events.stream().map(e -> e.time().toString()).toArray());
            columns.set("text", events.stream().map(e -> e.event().aggregate()).toArray());
            columns.set("bigint", laterOnes(events, numbers));
            columns.set("text", events.stream().map(PendingEvent::traceparent).toArray());
            columns.set("text", events.stream().map(e -> e.event().region()).toArray());
            columns.set("text", events.stream().map(OutboxWriter::json).toArray());
            int stored = statement.executeUpdate();
            if (stored != events.size()) {
                throw new SQLException("Stored " + stored + " of " + events.size() + " events");
            }
            columns.free();
        }
    }

    /** How many events of the same aggregate follow each event in this transaction. */
    private static Object[] laterOnes(List<PendingEvent> events, Map<String, Long> numbers) {
        Map<String, Long> left = new HashMap<>(numbers);
        return events.stream()
                .map(e -> left.merge(e.event().aggregate(), -1L, Long::sum))
                .toArray();
    }

    private static EventType type(PendingEvent pending) {
        return EventCatalog.of(pending.event().data().getClass());
    }

    private static String json(PendingEvent pending) {
        return new String(CloudEvents.data(pending.event().data()), StandardCharsets.UTF_8);
    }

    /** String.hashCode is fixed by the specification of Java, so that every version of a service cuts the same shards. */
    static int shardHash(String aggregate) {
        return aggregate.hashCode() & Integer.MAX_VALUE;
    }

    /** Sets array parameters one after another. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<Array> arrays = new ArrayList<>();

        Columns(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        void set(String type, Object[] values) throws SQLException {
            Array array = connection.createArrayOf(type, values);
            arrays.add(array);
            statement.setArray(arrays.size(), array);
        }

        void free() throws SQLException {
            for (Array array : arrays) {
                array.free();
            }
        }
    }
}
