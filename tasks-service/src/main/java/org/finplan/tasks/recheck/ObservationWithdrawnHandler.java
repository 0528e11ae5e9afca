package org.finplan.tasks.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.ObservationWithdrawn;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.tasks.evidence.Citations;

/** Judges claims again when a figure was withdrawn. */
@ApplicationScoped
class ObservationWithdrawnHandler implements EventHandler<ObservationWithdrawn> {

    private final Citations citations;
    private final Recheck recheck;

    ObservationWithdrawnHandler(Citations citations, Recheck recheck) {
        this.citations = citations;
        this.recheck = recheck;
    }

    @Override
    public Class<ObservationWithdrawn> type() {
        return ObservationWithdrawn.class;
    }

    @Override
    public void handle(Event<ObservationWithdrawn> event) {
        recheck.judge(citations.follow(event.data(), event.id()), event.data().observation(), event.id());
    }
}
