package org.finplan.platform.outbox.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** The rows of dead letters of one consumer, inside transactions of the caller. */
final class DeadLetterTable {

    /** A letter with what is needed to handle it. */
    record Stored(DeadLetter letter, Delivery delivery) {}

    /** An aggregate that waits. */
    record Waiting(String topic, String aggregate) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final RowMapper<Stored> STORED = Row.to(DeadLetterTable::stored);

    private static final String BEGIN_WAITING = """
        INSERT INTO waiting_aggregate AS w (consumer, topic, aggregate, waiting_since)
        VALUES (:consumer, :topic, :aggregate, :now)
        ON CONFLICT (consumer, topic, aggregate) DO UPDATE SET waiting_since = w.waiting_since
        RETURNING xmax = 0 AS begun\
        """;

    private static final String INSERT = """
        INSERT INTO dead_letter (id, consumer, topic, partition, record_offset, aggregate, event_id, type, headers,
            data, state, reason, attempts, received_at)
        VALUES (:id, :consumer, :topic, :partition, :offset, :aggregate, :event, :type, :headers::jsonb,
            :data, :state, :reason, :attempts, :now)
        ON CONFLICT DO NOTHING\
        """;

    private static final String READY = """
        SELECT w.topic, w.aggregate
        FROM waiting_aggregate w
        WHERE w.consumer = :consumer AND NOT EXISTS (
            SELECT FROM dead_letter d
            WHERE d.consumer = w.consumer AND d.topic = w.topic AND d.aggregate = w.aggregate
                AND d.state = 'failed')\
        """;

    private static final String LOCK = """
        SELECT FROM waiting_aggregate
        WHERE consumer = :consumer AND topic = :topic AND aggregate = :aggregate FOR UPDATE\
        """;

    private static final String END_WAITING =
            "DELETE FROM waiting_aggregate WHERE consumer = :consumer AND topic = :topic AND aggregate = :aggregate";

    private static final String FIRST = """
        SELECT * FROM dead_letter
        WHERE consumer = :consumer AND topic = :topic AND aggregate = :aggregate AND state <> 'replayed'
        ORDER BY position LIMIT 1\
        """;

    private static final String UNANNOUNCED = """
        SELECT * FROM dead_letter
        WHERE consumer = :consumer AND state = 'failed' AND announced_at IS NULL
        ORDER BY position LIMIT :limit FOR UPDATE SKIP LOCKED\
        """;

    private static final String REPLAYED =
            "UPDATE dead_letter SET state = 'replayed', replayed_at = :now, attempts = attempts + 1 WHERE id = :id";

    private static final String FAILED_AGAIN = """
        UPDATE dead_letter
        SET attempts = attempts + 1, reason = :reason,
            state = CASE WHEN attempts + 1 >= :attempts THEN 'failed' ELSE state END
        WHERE id = :id AND state <> 'replayed'\
        """;

    private static final String RELEASE =
            "UPDATE dead_letter SET state = 'waiting' WHERE consumer = :consumer AND state = 'failed'";

    /** An event without a region, or one that cannot be read, belongs to no city. */
    private static final String OF_REGIONS = " AND (:everyRegion OR headers ->> 'ce_region' = ANY (:regions))";

    private static final String LIST = "SELECT * FROM dead_letter WHERE consumer = :consumer AND state = :state"
            + " AND position > :after" + OF_REGIONS + " ORDER BY position LIMIT :limit";

    private final String consumer;

    DeadLetterTable(String consumer) {
        this.consumer = consumer;
    }

    /**
     * Lets an aggregate wait.
     *
     * @return false when it waits already; then its row is locked
     */
    boolean beginWaiting(Handle handle, Delivery delivery, Instant now) {
        Waiting waiting = new Waiting(delivery.topic(), delivery.aggregate());
        return bind(handle.createQuery(BEGIN_WAITING), waiting)
                .bind("now", now)
                .map(Row.to(row -> row.flag("begun")))
                .one();
    }

    void insert(Handle handle, Delivery delivery, UUID event, String state, String reason, int attempts, Instant now) {
        handle.createUpdate(INSERT)
                .bind("id", Identifiers.next())
                .bind("consumer", consumer)
                .bind("topic", delivery.topic())
                .bind("partition", delivery.partition().partition())
                .bind("offset", delivery.offset())
                .bind("aggregate", delivery.aggregate())
                .bind("event", event)
                .bind("type", delivery.headers().get(CloudEvents.TYPE_HEADER))
                .bind("headers", json(delivery.headers()))
                .bind("data", delivery.data())
                .bind("state", state)
                .bind("reason", reason)
                .bind("attempts", attempts)
                .bind("now", now)
                .execute();
    }

    /** {@return aggregates whose first letter is not failed, so that they can go on} */
    List<Waiting> ready(Handle handle) {
        return handle.createQuery(READY)
                .bind("consumer", consumer)
                .map(Row.to(row -> new Waiting(row.text("topic"), row.text("aggregate"))))
                .list();
    }

    /** Locks the row of a waiting aggregate; false when it does not wait. */
    boolean lock(Handle handle, Waiting waiting) {
        return bind(handle.createQuery(LOCK), waiting)
                .map(Row.to(row -> true))
                .findFirst()
                .isPresent();
    }

    void endWaiting(Handle handle, Waiting waiting) {
        bind(handle.createUpdate(END_WAITING), waiting).execute();
    }

    /** {@return the letter that is next in its aggregate} */
    Optional<Stored> first(Handle handle, Waiting waiting) {
        return bind(handle.createQuery(FIRST), waiting).map(STORED).findFirst();
    }

    /** {@return failed letters that the dead-letter topic does not have yet, locked} */
    List<Stored> unannounced(Handle handle, int limit) {
        return handle.createQuery(UNANNOUNCED)
                .bind("consumer", consumer)
                .bind("limit", limit)
                .map(STORED)
                .list();
    }

    void announced(Handle handle, UUID id, Instant now) {
        handle.createUpdate("UPDATE dead_letter SET announced_at = :now WHERE id = :id")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    void replayed(Handle handle, UUID id, Instant now) {
        handle.createUpdate(REPLAYED).bind("now", now).bind("id", id).execute();
    }

    /** Says that a letter could not be handled; it stays in line until it was tried often enough. */
    void failedAgain(Handle handle, UUID id, String reason, int attempts) {
        handle.createUpdate(FAILED_AGAIN)
                .bind("reason", reason)
                .bind("attempts", attempts)
                .bind("id", id)
                .execute();
    }

    /** Puts a failed letter back in line; false when there is none. */
    boolean release(Handle handle, UUID id) {
        return handle.createUpdate(RELEASE + " AND id = :id")
                        .bind("consumer", consumer)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Puts all failed letters of some regions back in line; {@return how many} */
    int releaseAll(Handle handle, RegionSet regions) {
        return of(regions, handle.createUpdate(RELEASE + OF_REGIONS))
                .bind("consumer", consumer)
                .execute();
    }

    Optional<DeadLetter> find(Handle handle, UUID id, RegionSet regions) {
        return of(
                        regions,
                        handle.createQuery(
                                "SELECT * FROM dead_letter WHERE consumer = :consumer AND id = :id" + OF_REGIONS))
                .bind("consumer", consumer)
                .bind("id", id)
                .map(STORED)
                .findFirst()
                .map(Stored::letter);
    }

    /** {@return letters of one state after a position, in the order of their arrival} */
    List<DeadLetter> list(Handle handle, String state, RegionSet regions, long after, int limit) {
        return of(regions, handle.createQuery(LIST))
                .bind("consumer", consumer)
                .bind("state", state)
                .bind("after", after)
                .bind("limit", limit)
                .map(STORED)
                .stream()
                .map(Stored::letter)
                .toList();
    }

    private static <S extends SqlStatement<S>> S of(RegionSet regions, S statement) {
        return statement
                .bind("everyRegion", regions.all())
                .bindArray("regions", String.class, List.copyOf(regions.codes()));
    }

    private <S extends SqlStatement<S>> S bind(S statement, Waiting waiting) {
        return statement
                .bind("consumer", consumer)
                .bind("topic", waiting.topic())
                .bind("aggregate", waiting.aggregate());
    }

    private static Stored stored(Row row) throws SQLException {
        DeadLetter letter = new DeadLetter(
                row.uuid("id"),
                row.number("position"),
                row.text("consumer"),
                row.text("topic"),
                row.integer("partition"),
                row.number("record_offset"),
                row.text("aggregate"),
                row.uuid("event_id"),
                row.text("type"),
                row.text("state"),
                row.text("reason"),
                row.integer("attempts"),
                row.instant("received_at"),
                row.instant("replayed_at"));
        Delivery delivery = new Delivery(
                new TopicPartition(letter.topic(), letter.partition()),
                letter.offset(),
                letter.aggregate(),
                headers(row.text("headers")),
                row.bytes("data"));
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
