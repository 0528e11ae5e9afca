package org.finplan.risk.npl;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.ObservationWithdrawn;
import org.finplan.platform.outbox.EventHandler;

/** Takes every withdrawal of a non-performing loan ratio to {@link NplRatioService}. */
@ApplicationScoped
class NplWithdrawnHandler implements EventHandler<ObservationWithdrawn> {

    private final NplRatioService ratios;

    NplWithdrawnHandler(NplRatioService ratios) {
        this.ratios = ratios;
    }

    @Override
    public Class<ObservationWithdrawn> type() {
        return ObservationWithdrawn.class;
    }

    @Override
    public void handle(Event<ObservationWithdrawn> event) {
        if (NplFigure.isOne(event.data().indicator(), event.data().kind())) {
            ratios.take(NplFigure.withdrawn(event));
        }
    }
}
