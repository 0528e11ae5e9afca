package org.finplan.risk.npl;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.ObservationWithdrawn;
import org.finplan.platform.outbox.EventHandler;

/** Takes every withdrawal of a non-performing loan ratio to {@link NplWatch}. */
@ApplicationScoped
class NplWithdrawnHandler implements EventHandler<ObservationWithdrawn> {

    private final NplWatch watch;

    NplWithdrawnHandler(NplWatch watch) {
        this.watch = watch;
    }

    @Override
    public Class<ObservationWithdrawn> type() {
        return ObservationWithdrawn.class;
    }

    @Override
    public void handle(Event<ObservationWithdrawn> event) {
        ObservationWithdrawn withdrawn = event.data();
        watch.take(
                new NplWatch.Figure(withdrawn.indicator(), withdrawn.kind(), withdrawn.region(), withdrawn.period()),
                event.sequence(),
                event.id(),
                figure -> figure.withdraw(event));
    }
}
