package org.finplan.tasks.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.tasks.evidence.Citations;

/** Judges claims again when a figure was recorded. */
@ApplicationScoped
class ObservationRecordedHandler implements EventHandler<ObservationRecorded> {

    private final Citations citations;
    private final Recheck recheck;

    ObservationRecordedHandler(Citations citations, Recheck recheck) {
        this.citations = citations;
        this.recheck = recheck;
    }

    @Override
    public Class<ObservationRecorded> type() {
        return ObservationRecorded.class;
    }

    @Override
    public void handle(Event<ObservationRecorded> event) {
        recheck.judge(citations.follow(event.data(), event.id()), event.data().observation(), event.id());
    }
}
