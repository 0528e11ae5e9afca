package org.finplan.platform.outbox.append;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Supplier;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.outbox.NewEvent;

/** Gives an event its id, source, time and trace at the moment of its append. */
public final class EventFactory {

    private final String source;
    private final Clock clock;
    private final Supplier<String> traceparent;

    /**
     * A factory.
     *
     * @param source the service, as a URI reference
     * @param clock what time it is
     * @param traceparent the trace context of the running request, or null
     */
    public EventFactory(String source, Clock clock, Supplier<String> traceparent) {
        this.source = source;
        this.clock = clock;
        this.traceparent = traceparent;
    }

    /**
     * Completes an event.
     *
     * @param event what happened
     * @return all but its sequence, which the commit gives it
     */
    public PendingEvent pending(NewEvent event) {
        Objects.requireNonNull(event.data(), "data");
        if (event.aggregate() == null || event.aggregate().isBlank()) {
            throw new IllegalArgumentException("An event needs the id of its aggregate");
        }
        // Microseconds are what the database keeps.
        return new PendingEvent(
                Identifiers.next(), event, source, clock.instant().truncatedTo(ChronoUnit.MICROS), traceparent.get());
    }
}
