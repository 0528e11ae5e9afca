package org.finplan.risk.npl;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.outbox.EventHandler;

/** Takes every new or revised non-performing loan ratio to {@link NplWatch}. */
@ApplicationScoped
class NplRecordedHandler implements EventHandler<ObservationRecorded> {

    private final NplWatch watch;

    NplRecordedHandler(NplWatch watch) {
        this.watch = watch;
    }

    @Override
    public Class<ObservationRecorded> type() {
        return ObservationRecorded.class;
    }

    @Override
    public void handle(Event<ObservationRecorded> event) {
        ObservationRecorded recorded = event.data();
        watch.take(
                new NplWatch.Figure(recorded.indicator(), recorded.kind(), recorded.region(), recorded.period()),
                event.sequence(),
                event.id(),
                figure -> figure.record(event));
    }
}
