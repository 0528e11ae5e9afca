package org.finplan.platform.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;
import org.finplan.platform.events.Envelope;
import org.finplan.platform.outbox.lease.Lease;
import org.finplan.platform.outbox.lease.LeaseLostException;
import org.finplan.platform.outbox.lease.LeaseTerm;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Handle;

/** The outbox as the relay of one shard sees it, on a session of its own. */
final class OutboxTable {

    private static final String UNPUBLISHED = """
        SELECT o.position, o.id, o.topic, o.type, o.schema, o.source, o.subject, o.occurred_at, o.aggregate,
            o.sequence, o.traceparent, o.region, o.data
        FROM outbox o
        WHERE o.published_at IS NULL
            AND mod(o.shard_hash, :shards) = :shard
            AND o.position <> ALL (:loaded)
            AND o.aggregate <> ALL (:full)
            AND NOT EXISTS (SELECT FROM outbox_parked p WHERE p.aggregate = o.aggregate)
        ORDER BY o.position
        LIMIT :limit\
        """;

    private static final String MARK = """
        WITH held AS (
            UPDATE lease SET expires_at = clock_timestamp() + :millis * interval '1 millisecond'
            WHERE name = :name AND term = :term AND holder = :holder
            RETURNING 1)
        UPDATE outbox SET published_at = :now FROM held WHERE position = ANY (:positions)\
        """;

    private static final String UNMARK = """
        UPDATE outbox SET published_at = NULL
        WHERE published_at IS NOT NULL AND topic = :topic AND mod(shard_hash, :shards) = :shard\
        """;

    private static final String REMEMBER = """
        INSERT INTO outbox_topic (shard, topic, topic_id, since) VALUES (:shard, :topic, :id, :now)
        ON CONFLICT (shard, topic) DO UPDATE SET topic_id = excluded.topic_id, since = excluded.since\
        """;

    private static final String PARK = """
        INSERT INTO outbox_parked (aggregate, position, event_id, reason, parked_at)
        VALUES (:aggregate, :position, :event, :reason, :now)
        ON CONFLICT DO NOTHING\
        """;

    private static final int LONGEST_RECONCILIATION = (int) TimeUnit.MINUTES.toMillis(10);

    private final Handle session;
    private final Lease lease;
    private final int shards;
    private final int shard;

    OutboxTable(Handle session, Lease lease, int shards, int shard) {
        this.session = session;
        this.lease = lease;
        this.shards = shards;
        this.shard = shard;
    }

    /**
     * Sets up the session, which ends with the time of leading. A mark that is lost with the database only makes a repeat, so no commit
     * of the relay waits for the disk. And the statistics of the outbox are always out of date, so that the planner is held
     * to the index of unpublished rows in its order.
     */
    void setUp() {
        session.execute("SET synchronous_commit = off");
        session.execute("SET enable_seqscan = off");
        session.execute("SET enable_bitmapscan = off");
        session.execute("SET enable_sort = off");
    }

    /**
     * Reads the first unpublished events.
     *
     * @param loaded positions that the relay holds already
     * @param full aggregates of which it holds enough
     * @param limit how many at most
     * @return rows by position, for each aggregate without a gap
     */
    List<OutboxRow> unpublished(Collection<Long> loaded, Collection<String> full, int limit) {
        return session.createQuery(UNPUBLISHED)
                .bind("shards", shards)
                .bind("shard", shard)
                .bindArray("loaded", Long.class, loaded)
                .bindArray("full", String.class, full)
                .bind("limit", limit)
                .map(Row.to(OutboxTable::row))
                .list();
    }

    /**
     * Marks events as published and prolongs the lease in the same statement: under a term that has ended nothing is marked.
     *
     * @throws LeaseLostException when another instance has taken over
     */
    void markPublished(Collection<Long> positions, LeaseTerm term, Instant now) {
        long asked = System.nanoTime();
        int marked = session.createUpdate(MARK)
                .bind("millis", lease.life().toMillis())
                .bind("name", term.name())
                .bind("term", term.number())
                .bind("holder", term.holder())
                .bind("now", now)
                .bindArray("positions", Long.class, positions)
                .execute();
        if (marked == 0) {
            throw new LeaseLostException(term);
        }
        lease.renewed(term, asked);
    }

    void renew(LeaseTerm term) {
        lease.renew(session, term);
    }

    /**
     * Compares the topics with those that the shard was published to. What the outbox still holds of a topic that is another
     * one now is to be published again, with its ids and sequences.
     *
     * @param ids present ids of the topics of this service
     * @return how many events are to be published again, for each topic that is another one
     */
    Map<String, Integer> reconcile(Map<String, Uuid> ids, LeaseTerm term, Instant now) throws SQLException {
        Map<String, Integer> again = new TreeMap<>();
        // A failure leaves the transaction open: the session ends with it, and so nothing of it is kept.
        Connection connection = session.getConnection();
        int networkTimeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, LONGEST_RECONCILIATION);
        connection.setAutoCommit(false);
        lease.renew(session, term);
        Map<String, String> before = topics();
        for (Map.Entry<String, Uuid> topic : ids.entrySet()) {
            String id = topic.getValue().toString();
            String known = before.get(topic.getKey());
            if (known != null && !known.equals(id)) {
                again.put(topic.getKey(), unmark(topic.getKey()));
            }
            if (!id.equals(known)) {
                remember(topic.getKey(), id, now);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, networkTimeout);
        return again;
    }

    private Map<String, String> topics() {
        return session.createQuery("SELECT topic, topic_id FROM outbox_topic WHERE shard = :shard")
                .bind("shard", shard)
                .map(Row.to(row -> Map.entry(row.text("topic"), row.text("topic_id"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int unmark(String topic) {
        return session.createUpdate(UNMARK)
                .bind("topic", topic)
                .bind("shards", shards)
                .bind("shard", shard)
                .execute();
    }

    private void remember(String topic, String id, Instant now) {
        session.createUpdate(REMEMBER)
                .bind("shard", shard)
                .bind("topic", topic)
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    void park(OutboxRow row, String reason, Instant now) {
        session.createUpdate(PARK)
                .bind("aggregate", row.aggregate())
                .bind("position", row.position())
                .bind("event", row.envelope().id())
                .bind("reason", reason)
                .bind("now", now)
                .execute();
    }

    private static OutboxRow row(Row row) throws SQLException {
        Envelope envelope = new Envelope(
                row.uuid("id"),
                row.text("type"),
                row.text("source"),
                row.text("subject"),
                row.instant("occurred_at"),
                row.text("schema"),
                row.text("aggregate"),
                row.number("sequence"),
                row.text("traceparent"),
                row.text("region"));
        return new OutboxRow(row.number("position"), row.text("topic"), envelope, row.text("data"));
    }
}
