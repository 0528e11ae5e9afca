package org.finplan.risk;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.EventData;
import org.finplan.platform.outbox.EventHandler;

/**
 * Hands events to the handlers in a transaction as the consumer loop does, but without the inbox: what the handlers do
 * on a redelivery shows here.
 */
@ApplicationScoped
public class Feed {

    private final List<EventHandler<?>> handlers;

    Feed(@All List<EventHandler<?>> handlers) {
        this.handlers = handlers;
    }

    /**
     * Handles an event.
     *
     * @param event the event
     * @param <T> its payload
     * @return the event
     */
    public <T extends EventData> Event<T> take(Event<T> event) {
        handlers.stream()
                .filter(handler -> handler.type().isInstance(event.data()))
                .forEach(handler -> QuarkusTransaction.requiringNew().run(() -> handle(handler, event)));
        return event;
    }

    // The filter above compares the type of the handler with the type of the payload.
    @SuppressWarnings("unchecked")
    private static <T extends EventData> void handle(EventHandler<?> handler, Event<T> event) {
        ((EventHandler<T>) handler).handle(event);
    }
}
