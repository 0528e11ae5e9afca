package org.finplan.platform.outbox.append;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.events.EventCatalog;
import org.finplan.platform.events.EventType;
import org.jdbi.v3.core.Handle;

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
            FROM unnest(:counted, :numbers) WITH ORDINALITY AS a(aggregate, number, place)
            ORDER BY a.place
            ON CONFLICT (aggregate) DO UPDATE SET last = s.last + excluded.last
            RETURNING s.aggregate, s.last)
        INSERT INTO outbox (id, shard_hash, topic, type, schema, source, subject, occurred_at, aggregate, sequence,
            traceparent, region, data)
        SELECT e.id, e.shard_hash, e.topic, e.type, e.schema, e.source, e.subject, e.occurred_at, e.aggregate,
            next.last - e.later, e.traceparent, e.region, e.data
        FROM unnest(:ids, :shardHashes, :topics, :types, :schemas, :sources, :subjects, :times, :aggregates, :later,
            :traceparents, :regions, :data) WITH ORDINALITY
            AS e(id, shard_hash, topic, type, schema, source, subject, occurred_at, aggregate, later, traceparent,
                region, data, place)
        JOIN next ON next.aggregate = e.aggregate
        ORDER BY e.place\
        """;

    private OutboxWriter() {}

    /**
     * Stores events in the transaction of a handle.
     *
     * @param handle handle within an open transaction
     * @param events events in the order of their appends, not empty
     */
    public static void write(Handle handle, List<PendingEvent> events) {
        SortedMap<String, Long> numbers = new TreeMap<>();
        for (PendingEvent pending : events) {
            numbers.merge(pending.event().aggregate(), 1L, Long::sum);
        }
        int stored = handle.createUpdate(INSERT)
                .bindArray("counted", String.class, numbers.keySet())
                .bindArray("numbers", Long.class, numbers.values())
                .bindArray("ids", UUID.class, each(events, PendingEvent::id))
                .bindArray(
                        "shardHashes",
                        Integer.class,
                        each(events, e -> shardHash(e.event().aggregate())))
                .bindArray("topics", String.class, each(events, e -> type(e).topic()))
                .bindArray("types", String.class, each(events, e -> type(e).name()))
                .bindArray("schemas", String.class, each(events, e -> type(e).schema()))
                .bindArray("sources", String.class, each(events, PendingEvent::source))
                .bindArray("subjects", String.class, each(events, e -> e.event().subject()))
                .bindArray("times", Instant.class, each(events, PendingEvent::time))
                .bindArray(
                        "aggregates", String.class, each(events, e -> e.event().aggregate()))
                .bindArray("later", Long.class, laterOnes(events, numbers))
                .bindArray("traceparents", String.class, each(events, PendingEvent::traceparent))
                .bindArray("regions", String.class, each(events, e -> e.event().region()))
                .bindArray("data", String.class, each(events, OutboxWriter::json))
                .execute();
        if (stored != events.size()) {
            throw new IllegalStateException("Stored " + stored + " of " + events.size() + " events");
        }
    }

    private static <T> List<T> each(List<PendingEvent> events, Function<PendingEvent, T> property) {
        return events.stream().map(property).toList();
    }

    /** How many events of the same aggregate follow each event in this transaction. */
    private static List<Long> laterOnes(List<PendingEvent> events, Map<String, Long> numbers) {
        Map<String, Long> left = new HashMap<>(numbers);
        return each(events, e -> left.merge(e.event().aggregate(), -1L, Long::sum));
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
}
