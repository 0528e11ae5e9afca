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
import java.util.List;
import java.util.UUID;
import org.finplan.platform.events.Envelope;

/** The outbox as the relay of one shard sees it, on the one connection that also holds the shard's advisory lock. */
final class OutboxTable {

    /** First key of the advisory locks of relays ("fpob"); the second is the shard. */
    private static final int LOCK_CLASS = 0x66706f62;

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

    private final Connection connection;
    private final int shards;
    private final int shard;

    OutboxTable(Connection connection, int shards, int shard) {
        this.connection = connection;
        this.shards = shards;
        this.shard = shard;
    }

    /** Takes the lock of the shard; it lasts until it is released or the connection ends. */
    boolean tryLock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, shard);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    void unlock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_unlock(?, ?)")) {
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, shard);
            statement.execute();
        }
    }

    /**
     * Sets up the session for the time of leading. A mark that is lost with the database only makes a repeat, so no commit
     * of the relay waits for the disk. And the statistics of the outbox are always out of date, so that the planner is held
     * to the index of unpublished rows in its order.
     */
    void beginTerm() throws SQLException {
        execute("SET synchronous_commit = off");
        execute("SET enable_seqscan = off");
        execute("SET enable_bitmapscan = off");
        execute("SET enable_sort = off");
    }

    /** Gives the session back as it was. */
    void endTerm() throws SQLException {
        execute("RESET synchronous_commit");
        execute("RESET enable_seqscan");
        execute("RESET enable_bitmapscan");
        execute("RESET enable_sort");
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

    void markPublished(Collection<Long> positions, Instant now) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE outbox SET published_at = ? WHERE position = ANY (?)")) {
            Array array = connection.createArrayOf("bigint", positions.toArray());
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setArray(2, array);
            statement.executeUpdate();
            array.free();
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
