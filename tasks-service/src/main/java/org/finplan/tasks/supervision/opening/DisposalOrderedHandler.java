package org.finplan.tasks.supervision.opening;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.DisposalOrdered;
import org.finplan.platform.events.Event;
import org.finplan.platform.outbox.EventHandler;

/** Opens a matter when the handling of an alert is ordered. */
@ApplicationScoped
class DisposalOrderedHandler implements EventHandler<DisposalOrdered> {

    private final Causes causes;

    DisposalOrderedHandler(Causes causes) {
        this.causes = causes;
    }

    @Override
    public Class<DisposalOrdered> type() {
        return DisposalOrdered.class;
    }

    @Override
    public void handle(Event<DisposalOrdered> event) {
        DisposalOrdered data = event.data();
        causes.ordered(data.alert(), data.region(), data.responsibleUnit(), data.instruction(), data.dueOn());
    }
}
