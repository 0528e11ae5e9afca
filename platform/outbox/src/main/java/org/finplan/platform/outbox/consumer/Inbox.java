package org.finplan.platform.outbox.consumer;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Decides, inside the transaction of the effect, whether an event may take effect now. */
final class Inbox {

    /** What to do with an event. */
    enum Admission {
        /** It is new and the inbox has its row now. */
        NEW,
        /** It took effect before. */
        REPEAT,
        /** Its aggregate waits behind a dead letter; this transaction has locked the row that says so. */
        WAITS
    }

    private static final String ENTER_TOGETHER = """
            INSERT INTO inbox (consumer, event_id, received_at)
            SELECT ?, e.id, ?
            FROM unnest(?::uuid[], ?::text[], ?::text[]) AS e(id, topic, aggregate)
            WHERE NOT EXISTS (
                SELECT FROM waiting_aggregate w
                WHERE w.consumer = ? AND w.topic = e.topic AND w.aggregate = e.aggregate)
            ON CONFLICT DO NOTHING
            RETURNING event_id""";

    private final String consumer;

    Inbox(String consumer) {
        this.consumer = consumer;
    }

    Admission admit(Connection connection, UUID event, String topic, String aggregate, Instant now)
            throws SQLException {
        while (true) {
            if (enterUnlessWaiting(connection, event, topic, aggregate, now)) {
                return Admission.NEW;
            }
            if (holds(connection, event)) {
                return Admission.REPEAT;
            }
            if (lockIfWaiting(connection, topic, aggregate)) {
                return Admission.WAITS;
            }
            // The replay of the aggregate ended between the statements.
        }
    }

    /**
     * Enters what is new of some events and does not wait behind a dead letter.
     *
     * @param events the events with the records that they came in
     * @return ids of those that entered; the others are repeats or wait
     */
    Set<UUID> enterTogether(Connection connection, Map<UUID, Delivery> events, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER_TOGETHER)) {
            List<Delivery> deliveries = List.copyOf(events.values());
            Array ids = connection.createArrayOf("uuid", events.keySet().toArray());
            Array topics = connection.createArrayOf(
                    "text", deliveries.stream().map(Delivery::topic).toArray());
            Array aggregates = connection.createArrayOf(
                    "text", deliveries.stream().map(Delivery::aggregate).toArray());
            statement.setString(1, consumer);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setArray(3, ids);
            statement.setArray(4, topics);
            statement.setArray(5, aggregates);
            statement.setString(6, consumer);
            Set<UUID> entered = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entered.add(rows.getObject(1, UUID.class));
                }
            }
            ids.free();
            topics.free();
            aggregates.free();
            return entered;
        }
    }

    /** {@return whether all of some events took effect before} */
    boolean holdsAll(Connection connection, Collection<UUID> events) throws SQLException {
        if (events.isEmpty()) {
            return true;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM inbox WHERE consumer = ? AND event_id = ANY (?)")) {
            Array ids = connection.createArrayOf("uuid", events.toArray());
            statement.setString(1, consumer);
            statement.setArray(2, ids);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1) == events.size();
            }
        }
    }

    /** Enters an event whatever waits; false when it took effect before. */
    boolean enter(Connection connection, UUID event, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO inbox (consumer, event_id, received_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            statement.setString(1, consumer);
            statement.setObject(2, event);
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        }
    }

    private boolean enterUnlessWaiting(Connection connection, UUID event, String topic, String aggregate, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO inbox (consumer, event_id, received_at)
                SELECT ?, ?, ?
                WHERE NOT EXISTS (
                    SELECT FROM waiting_aggregate WHERE consumer = ? AND topic = ? AND aggregate = ?)
                ON CONFLICT DO NOTHING""")) {
            statement.setString(1, consumer);
            statement.setObject(2, event);
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setString(4, consumer);
            statement.setString(5, topic);
            statement.setString(6, aggregate);
            return statement.executeUpdate() == 1;
        }
    }

    private boolean holds(Connection connection, UUID event) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT FROM inbox WHERE consumer = ? AND event_id = ?")) {
            statement.setString(1, consumer);
            statement.setObject(2, event);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private boolean lockIfWaiting(Connection connection, String topic, String aggregate) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT FROM waiting_aggregate WHERE consumer = ? AND topic = ? AND aggregate = ? FOR UPDATE")) {
            statement.setString(1, consumer);
            statement.setString(2, topic);
            statement.setString(3, aggregate);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
