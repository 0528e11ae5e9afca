package org.finplan.risk.npl;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.outbox.EventHandler;

/** Takes every new or revised non-performing loan ratio to {@link NplRatioService}. */
@ApplicationScoped
class NplRecordedHandler implements EventHandler<ObservationRecorded> {

    private final NplRatioService ratios;

    NplRecordedHandler(NplRatioService ratios) {
        this.ratios = ratios;
    }

    @Override
    public Class<ObservationRecorded> type() {
        return ObservationRecorded.class;
    }

    @Override
    public void handle(Event<ObservationRecorded> event) {
        if (NplFigure.isOne(event.data().indicator(), event.data().kind())) {
            ratios.take(NplFigure.recorded(event));
        }
    }
}
