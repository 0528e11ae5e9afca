package org.finplan.platform.planversion.participant;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.PlanAbandoned;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.platform.planversion.PackageStore;
import org.finplan.platform.planversion.PackageVersionState.Move;
import org.finplan.platform.planversion.StoredVersion;

/** A version never comes in force. */
@ApplicationScoped
class PlanAbandonedHandler implements EventHandler<PlanAbandoned> {

    private final PackageStore store;

    PlanAbandonedHandler(PackageStore store) {
        this.store = store;
    }

    @Override
    public Class<PlanAbandoned> type() {
        return PlanAbandoned.class;
    }

    @Override
    public void handle(Event<PlanAbandoned> event) {
        PlanAbandoned data = event.data();
        store.lock(data.plan());
        store.find(data.plan(), data.version())
                .map(StoredVersion::fingerprint)
                .filter(data.fingerprint()::equals)
                .ifPresent(same -> store.move(data.plan(), data.version(), Move.ABANDON));
    }
}
