package org.finplan.platform.outbox.consumer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Handle;

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
        SELECT :consumer, e.id, :now
        FROM unnest(:ids, :topics, :aggregates) AS e(id, topic, aggregate)
        WHERE NOT EXISTS (
            SELECT FROM waiting_aggregate w
            WHERE w.consumer = :consumer AND w.topic = e.topic AND w.aggregate = e.aggregate)
        ON CONFLICT DO NOTHING
        RETURNING event_id\
        """;

    private static final String ENTER_UNLESS_WAITING = """
        INSERT INTO inbox (consumer, event_id, received_at)
        SELECT :consumer, :event, :now
        WHERE NOT EXISTS (
            SELECT FROM waiting_aggregate
            WHERE consumer = :consumer AND topic = :topic AND aggregate = :aggregate)
        ON CONFLICT DO NOTHING\
        """;

    private static final String ENTER =
            "INSERT INTO inbox (consumer, event_id, received_at) VALUES (:consumer, :event, :now) ON CONFLICT DO"
                    + " NOTHING";

    private static final String HELD =
            "SELECT count(*) AS number FROM inbox WHERE consumer = :consumer AND event_id = ANY (:events)";

    private static final String LOCK_IF_WAITING = """
        SELECT FROM waiting_aggregate
        WHERE consumer = :consumer AND topic = :topic AND aggregate = :aggregate FOR UPDATE\
        """;

    private final String consumer;

    Inbox(String consumer) {
        this.consumer = consumer;
    }

    Admission admit(Handle handle, UUID event, String topic, String aggregate, Instant now) {
        while (true) {
            if (enterUnlessWaiting(handle, event, topic, aggregate, now)) {
                return Admission.NEW;
            }
            if (holdsAll(handle, List.of(event))) {
                return Admission.REPEAT;
            }
            if (lockIfWaiting(handle, topic, aggregate)) {
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
    Set<UUID> enterTogether(Handle handle, Map<UUID, Delivery> events, Instant now) {
        return handle.createQuery(ENTER_TOGETHER)
                .bind("consumer", consumer)
                .bind("now", now)
                .bindArray("ids", UUID.class, events.keySet())
                .bindArray(
                        "topics",
                        String.class,
                        events.values().stream().map(Delivery::topic).toList())
                .bindArray(
                        "aggregates",
                        String.class,
                        events.values().stream().map(Delivery::aggregate).toList())
                .map(Row.to(row -> row.uuid("event_id")))
                .collect(Collectors.toSet());
    }

    /** {@return whether all of some events took effect before} */
    boolean holdsAll(Handle handle, Collection<UUID> events) {
        return events.isEmpty()
                || handle.createQuery(HELD)
                                .bind("consumer", consumer)
                                .bindArray("events", UUID.class, events)
                                .map(Row.to(row -> row.number("number")))
                                .one()
                        == events.size();
    }

    /** Enters an event whatever waits; false when it took effect before. */
    boolean enter(Handle handle, UUID event, Instant now) {
        return handle.createUpdate(ENTER)
                        .bind("consumer", consumer)
                        .bind("event", event)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private boolean enterUnlessWaiting(Handle handle, UUID event, String topic, String aggregate, Instant now) {
        return handle.createUpdate(ENTER_UNLESS_WAITING)
                        .bind("consumer", consumer)
                        .bind("event", event)
                        .bind("now", now)
                        .bind("topic", topic)
                        .bind("aggregate", aggregate)
                        .execute()
                == 1;
    }

    private boolean lockIfWaiting(Handle handle, String topic, String aggregate) {
        return handle.createQuery(LOCK_IF_WAITING)
                .bind("consumer", consumer)
                .bind("topic", topic)
                .bind("aggregate", aggregate)
                .map(Row.to(row -> true))
                .findFirst()
                .isPresent();
    }
}
