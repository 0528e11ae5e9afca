package org.finplan.platform.outbox.consumer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.events.Envelope;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.EventCatalog;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.EventType;
import org.finplan.platform.events.UnreadableEventException;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.platform.web.tracing.TraceContext;

/** The handlers of a service by type of event. */
public final class Handlers {

    private final Map<String, List<EventHandler<?>>> byType = new HashMap<>();
    private final Set<String> topics = new TreeSet<>();

    /**
     * Sorts handlers by the type they handle.
     *
     * @param handlers handlers, several for one type are called in their order
     */
    public Handlers(Collection<? extends EventHandler<?>> handlers) {
        for (EventHandler<?> handler : handlers) {
            EventType type = EventCatalog.of(handler.type());
            byType.computeIfAbsent(type.name(), name -> new ArrayList<>()).add(handler);
            topics.add(type.topic());
        }
    }

    /** {@return the topics that carry the handled types} */
    public Set<String> topics() {
        return topics;
    }

    /** Whether a record is to be read at all; one without a type is, since that is a fault. */
    boolean concerns(Map<String, String> headers) {
        String type = headers.get(CloudEvents.TYPE_HEADER);
        return type == null || byType.containsKey(type);
    }

    /** Reads an event of a type that has handlers. */
    static Event<?> read(Delivery delivery) {
        Envelope envelope = CloudEvents.envelope(delivery.headers());
        if (!envelope.partitionKey().equals(delivery.aggregate())) {
            throw new UnreadableEventException("ce_partitionkey is not the key of the record");
        }
        return CloudEvents.event(envelope, delivery.data());
    }

    void handle(Event<?> event) {
        for (EventHandler<?> handler : byType.getOrDefault(event.type().name(), List.of())) {
            TraceContext.Scope trace = TraceContext.open(event.traceparent());
            try {
                call(handler, event);
            } catch (LinkageError | StackOverflowError | AssertionError e) {
                // A fault of this handler on this event, not of the process.
                throw new IllegalStateException("A handler of " + event.type().name() + " failed", e);
            } finally {
                trace.close();
            }
        }
    }

    // The handlers of a type were sorted by it, so that the payload is of the class that the handler names.
    @SuppressWarnings("unchecked")
    private static <T extends EventData> void call(EventHandler<T> handler, Event<?> event) {
        handler.handle((Event<T>) event);
    }
}
