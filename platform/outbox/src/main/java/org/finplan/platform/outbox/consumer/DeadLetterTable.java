package org.finplan.platform.outbox.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.identifier.Identifiers;

/** The rows of dead letters of one consumer, inside transactions of the caller. */
final class DeadLetterTable {

    /** A letter with what is needed to handle it. */
    record Stored(DeadLetter letter, Delivery delivery) {}

    /** An aggregate that waits. */
    record Waiting(String topic, String aggregate) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final String consumer;

    DeadLetterTable(String consumer) {
        this.consumer = consumer;
    }

    /**
     * Lets an aggregate wait.
     *
     * @return false when it waits already; then its row is locked
     */
    boolean beginWaiting(Connection connection, Delivery delivery, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO waiting_aggregate AS w (consumer, topic, aggregate, waiting_since) VALUES (?, ?, ?, ?)
                ON CONFLICT (consumer, topic, aggregate) DO UPDATE SET waiting_since = w.waiting_since
                RETURNING xmax = 0""")) {
            statement.setString(1, consumer);
            statement.setString(2, delivery.topic());
            statement.setString(3, delivery.aggregate());
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    void insert(
            Connection connection,
            Delivery delivery,
            UUID event,
            String state,
            String reason,
            int attempts,
            Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO dead_letter (id, consumer, topic, partition, record_offset, aggregate, event_id, type, headers,
                    data, state, reason, attempts, received_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")) {
            statement.setObject(1, Identifiers.next());
            statement.setString(2, consumer);
            statement.setString(3, delivery.topic());
            statement.setInt(4, delivery.partition().partition());
            statement.setLong(5, delivery.offset());
            statement.setString(6, delivery.aggregate());
            statement.setObject(7, event);
            statement.setString(8, delivery.headers().get(CloudEvents.TYPE_HEADER));
            statement.setString(9, json(delivery.headers()));
            statement.setBytes(10, delivery.data());
            statement.setString(11, state);
            statement.setString(12, reason);
            statement.setInt(13, attempts);
            statement.setObject(14, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** {@return aggregates whose first letter is not failed, so that they can go on} */
    List<Waiting> ready(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT w.topic, w.aggregate
                FROM waiting_aggregate w
                WHERE w.consumer = ? AND NOT EXISTS (
                    SELECT FROM dead_letter d
                    WHERE d.consumer = w.consumer AND d.topic = w.topic AND d.aggregate = w.aggregate
                        AND d.state = 'failed')""")) {
            statement.setString(1, consumer);
            List<Waiting> ready = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ready.add(new Waiting(rows.getString(1), rows.getString(2)));
                }
            }
            return ready;
        }
    }

    /** Locks the row of a waiting aggregate; false when it does not wait. */
    boolean lock(Connection connection, Waiting waiting) throws SQLException {
        return withAggregate(
                connection,
                "SELECT FROM waiting_aggregate WHERE consumer = ? AND topic = ? AND aggregate = ? FOR UPDATE",
                waiting,
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next();
                    }
                });
    }

    void endWaiting(Connection connection, Waiting waiting) throws SQLException {
        withAggregate(
                connection,
                "DELETE FROM waiting_aggregate WHERE consumer = ? AND topic = ? AND aggregate = ?",
                waiting,
                PreparedStatement::executeUpdate);
    }

    /** {@return the letter that is next in its aggregate} */
    Optional<Stored> first(Connection connection, Waiting waiting) throws SQLException {
        return withAggregate(connection, """
                SELECT * FROM dead_letter
                WHERE consumer = ? AND topic = ? AND aggregate = ? AND state <> 'replayed'
                ORDER BY position LIMIT 1""", waiting, statement -> stored(statement).stream()
                .findFirst());
    }

    /** {@return failed letters that the dead-letter topic does not have yet, locked} */
    List<Stored> unannounced(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT * FROM dead_letter
                WHERE consumer = ? AND state = 'failed' AND announced_at IS NULL
                ORDER BY position LIMIT ? FOR UPDATE SKIP LOCKED""")) {
            statement.setString(1, consumer);
            statement.setInt(2, limit);
            return stored(statement);
        }
    }

    void announced(Connection connection, UUID id, Instant now) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE dead_letter SET announced_at = ? WHERE id = ?")) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }

    void replayed(Connection connection, UUID id, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE dead_letter SET state = 'replayed', replayed_at = ?, attempts = attempts + 1 WHERE id = ?""")) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }

    /** Says that a letter could not be handled; it stays in line until it was tried often enough. */
    void failedAgain(Connection connection, UUID id, String reason, int attempts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE dead_letter
                SET attempts = attempts + 1, reason = ?,
                    state = CASE WHEN attempts + 1 >= ? THEN 'failed' ELSE state END
                WHERE id = ? AND state <> 'replayed'""")) {
            statement.setString(1, reason);
            statement.setInt(2, attempts);
            statement.setObject(3, id);
            statement.executeUpdate();
        }
    }

    /** Puts failed letters back in line, one or all; {@return how many} */
    int release(Connection connection, UUID idOrNull) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE dead_letter SET state = 'waiting'
                WHERE consumer = ? AND state = 'failed' AND (?::uuid IS NULL OR id = ?::uuid)""")) {
            statement.setString(1, consumer);
            statement.setObject(2, idOrNull);
            statement.setObject(3, idOrNull);
            return statement.executeUpdate();
        }
    }

    Optional<DeadLetter> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT * FROM dead_letter WHERE consumer = ? AND id = ?")) {
            statement.setString(1, consumer);
            statement.setObject(2, id);
            return stored(statement).stream().map(Stored::letter).findFirst();
        }
    }

    /** {@return letters of one state after a position, in the order of their arrival} */
    List<DeadLetter> list(Connection connection, String state, long after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT * FROM dead_letter WHERE consumer = ? AND state = ? AND position > ?
                ORDER BY position LIMIT ?""")) {
            statement.setString(1, consumer);
            statement.setString(2, state);
            statement.setLong(3, after);
            statement.setInt(4, limit);
            return stored(statement).stream().map(Stored::letter).toList();
        }
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T withAggregate(Connection connection, String sql, Waiting waiting, Use<T> use) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, consumer);
            statement.setString(2, waiting.topic());
            statement.setString(3, waiting.aggregate());
            return use.of(statement);
        }
    }

    private static List<Stored> stored(PreparedStatement statement) throws SQLException {
        List<Stored> letters = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                letters.add(stored(rows));
            }
        }
        return letters;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        OffsetDateTime replayedAt = row.getObject("replayed_at", OffsetDateTime.class);
        DeadLetter letter = new DeadLetter(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                row.getString("consumer"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("aggregate"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("state"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                replayedAt == null ? null : replayedAt.toInstant());
        Delivery delivery = new Delivery(
                new TopicPartition(letter.topic(), letter.partition()),
                letter.offset(),
                letter.aggregate(),
                headers(row.getString("headers")),
                row.getBytes("data"));
        return new Stored(letter, delivery);
    }

    private static String json(Map<String, String> headers) {
        try {
            // PostgreSQL stores no NUL in text; only a foreign record can carry one.
            return JSON.writeValueAsString(headers).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers cannot be written", e);
        }
    }

    private static Map<String, String> headers(String json) {
        try {
            return JSON.readValue(json, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers cannot be read", e);
        }
    }
}
