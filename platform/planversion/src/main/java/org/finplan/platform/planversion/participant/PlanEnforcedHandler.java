package org.finplan.platform.planversion.participant;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.PlanEnforced;
import org.finplan.platform.outbox.EventHandler;

/** Every program is prepared. The version comes in force here as soon as its package is read. */
@ApplicationScoped
class PlanEnforcedHandler implements EventHandler<PlanEnforced> {

    private final ReceivedVersions received;

    PlanEnforcedHandler(ReceivedVersions received) {
        this.received = received;
    }

    @Override
    public Class<PlanEnforced> type() {
        return PlanEnforced.class;
    }

    @Override
    public void handle(Event<PlanEnforced> event) {
        PlanEnforced data = event.data();
        received.tell(data.plan(), data.version(), data.fingerprint(), event.time());
    }
}
