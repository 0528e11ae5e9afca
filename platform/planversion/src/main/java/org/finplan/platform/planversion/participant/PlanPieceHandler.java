package org.finplan.platform.planversion.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.PlanPiecePublished;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.platform.planversion.PackageStore;

/** A piece of the files of a version; not of one whose files are here. */
@ApplicationScoped
class PlanPieceHandler implements EventHandler<PlanPiecePublished> {

    private final ReceivedVersions received;
    private final PackageStore store;

    PlanPieceHandler(ReceivedVersions received, PackageStore store) {
        this.received = received;
        this.store = store;
    }

    @Override
    public Class<PlanPiecePublished> type() {
        return PlanPiecePublished.class;
    }

    @Override
    public void handle(Event<PlanPiecePublished> event) {
        PlanPiecePublished data = event.data();
        boolean here = store.find(data.plan(), data.version())
                .filter(known -> known.complete())
                .isPresent();
        if (!here) {
            byte[] content = Base64.getDecoder().decode(data.content());
            received.addPiece(data.plan(), data.version(), data.number(), content);
        }
    }
}
