package org.finplan.platform.outbox;

import org.finplan.platform.events.Event;
import org.finplan.platform.events.EventData;

/**
 * Reacts to one type of event. A CDI bean that implements it is found by the consumer loop and called once in effect
 * for each event, inside a transaction that also holds the inbox row.
 *
 * @param <T> the payload
 */
public interface EventHandler<T extends EventData> {

    /** {@return the payload that it handles} */
    Class<T> type();

    /**
     * Reacts to an event. A thrown exception rolls the transaction back; after the retries the event becomes a dead letter
     * and the later events of its aggregate wait.
     *
     * @param event the event
     */
    void handle(Event<T> event);
}
