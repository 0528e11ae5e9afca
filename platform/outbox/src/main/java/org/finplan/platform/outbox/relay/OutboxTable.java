package org.finplan.platform.outbox.relay;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;
import org.finplan.platform.events.Envelope;
import org.finplan.platform.outbox.lease.Lease;
import org.finplan.platform.outbox.lease.LeaseLostException;
import org.finplan.platform.outbox.lease.LeaseTerm;

/** The outbox as the relay of one shard sees it, on a session of its own. */
final class OutboxTable {

    private static final String UNPUBLISHED = """
            SELECT o.position, o.id, o.topic, o.type, o.schema, o.source, o.subject, o.occurred_at, o.aggregate,
                o.sequence, o.traceparent, o.region, o.data
            FROM outbox o
            WHERE o.published_at IS NULL
                AND mod(o.shard_hash, ?) = ?
                AND o.position <> ALL (?)
                AND o.aggregate <> ALL (?)
                AND NOT EXISTS (SELECT FROM outbox_parked p WHERE p.aggregate = o.aggregate)
            ORDER BY o.position
            LIMIT ?""";

    private static final String MARK = """
            WITH held AS (
                UPDATE lease SET expires_at = clock_timestamp() + ? * interval '1 millisecond'
                WHERE name = ? AND term = ? AND holder = ?
                RETURNING 1)
            UPDATE outbox SET published_at = ? FROM held WHERE position = ANY (?)""";

    private static final int LONGEST_RECONCILIATION = (int) TimeUnit.MINUTES.toMillis(10);

    private final Connection connection;
    private final Lease lease;
    private final int shards;
    private final int shard;

    OutboxTable(Connection connection, Lease lease, int shards, int shard) {
        this.connection = connection;
        this.lease = lease;
        this.shards = shards;
        this.shard = shard;
    }

    /**
     * Sets up the session, which ends with the time of leading. A mark that is lost with the database only makes a repeat, so no commit
     * of the relay waits for the disk. And the statistics of the outbox are always out of date, so that the planner is held
     * to the index of unpublished rows in its order.
     */
    void setUp() throws SQLException {
        execute("SET synchronous_commit = off");
        execute("SET enable_seqscan = off");
        execute("SET enable_bitmapscan = off");
        execute("SET enable_sort = off");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Reads the first unpublished events.
     *
     * @param loaded positions that the relay holds already
     * @param full aggregates of which it holds enough
     * @param limit how many at most
     * @return rows by position, for each aggregate without a gap
     */
    List<OutboxRow> unpublished(Collection<Long> loaded, Collection<String> full, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNPUBLISHED)) {
            Array positions = connection.createArrayOf("bigint", loaded.toArray());
            Array aggregates = connection.createArrayOf("text", full.toArray());
            statement.setInt(1, shards);
            statement.setInt(2, shard);
            statement.setArray(3, positions);
            statement.setArray(4, aggregates);
            statement.setInt(5, limit);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            positions.free();
            aggregates.free();
            return rows;
        }
    }

    /**
     * Marks events as published and prolongs the lease in the same statement: under a term that has ended nothing is marked.
     *
     * @throws LeaseLostException when another instance has taken over
     */
    void markPublished(Collection<Long> positions, LeaseTerm term, Instant now) throws SQLException {
        long asked = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            Array array = connection.createArrayOf("bigint", positions.toArray());
            statement.setLong(1, lease.life().toMillis());
            statement.setString(2, term.name());
            statement.setLong(3, term.number());
            statement.setObject(4, term.holder());
            statement.setObject(5, now.atOffset(ZoneOffset.UTC));
            statement.setArray(6, array);
            int marked = statement.executeUpdate();
            array.free();
            if (marked == 0) {
                throw new LeaseLostException(term);
            }
        }
        lease.renewed(term, asked);
    }

    void renew(LeaseTerm term) throws SQLException {
        lease.renew(connection, term);
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
        int networkTimeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, LONGEST_RECONCILIATION);
        connection.setAutoCommit(false);
        lease.renew(connection, term);
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

    private Map<String, String> topics() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT topic, topic_id FROM outbox_topic WHERE shard = ?")) {
            statement.setInt(1, shard);
            Map<String, String> topics = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    topics.put(rows.getString(1), rows.getString(2));
                }
            }
            return topics;
        }
    }

    private int unmark(String topic) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE outbox SET published_at = NULL"
                + " WHERE published_at IS NOT NULL AND topic = ? AND mod(shard_hash, ?) = ?")) {
            statement.setString(1, topic);
            statement.setInt(2, shards);
            statement.setInt(3, shard);
            return statement.executeUpdate();
        }
    }

    private void remember(String topic, String id, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO outbox_topic (shard, topic, topic_id, since) VALUES (?, ?, ?, ?)
                ON CONFLICT (shard, topic) DO UPDATE SET topic_id = excluded.topic_id, since = excluded.since""")) {
            statement.setInt(1, shard);
            statement.setString(2, topic);
            statement.setString(3, id);
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    void park(OutboxRow row, String reason, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO outbox_parked (aggregate, position, event_id, reason, parked_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")) {
            statement.setString(1, row.aggregate());
            statement.setLong(2, row.position());
            statement.setObject(3, row.envelope().id());
            statement.setString(4, reason);
            statement.setObject(5, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static OutboxRow row(ResultSet result) throws SQLException {
        Envelope envelope = new Envelope(
                result.getObject("id", UUID.class),
                result.getString("type"),
                result.getString("source"),
                result.getString("subject"),
                result.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                result.getString("schema"),
                result.getString("aggregate"),
                result.getLong("sequence"),
                result.getString("traceparent"),
                result.getString("region"));
        return new OutboxRow(result.getLong("position"), result.getString("topic"), envelope, result.getString("data"));
    }
}
