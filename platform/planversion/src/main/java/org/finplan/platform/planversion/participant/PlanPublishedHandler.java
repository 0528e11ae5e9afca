package org.finplan.platform.planversion.participant;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.PlanPublished;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.platform.planversion.PackageStore;
import org.finplan.platform.planversion.StoredVersion;

/** A version is announced. Under the number of another package it is refused at once. */
@ApplicationScoped
class PlanPublishedHandler implements EventHandler<PlanPublished> {

    private final ReceivedVersions received;
    private final PackageStore store;
    private final PreparedVersions prepared;

    PlanPublishedHandler(ReceivedVersions received, PackageStore store, PreparedVersions prepared) {
        this.received = received;
        this.store = store;
        this.prepared = prepared;
    }

    @Override
    public Class<PlanPublished> type() {
        return PlanPublished.class;
    }

    @Override
    public void handle(Event<PlanPublished> event) {
        PlanPublished data = event.data();
        if (!received.announce(data.plan(), data.version(), data.fingerprint(), data.pieces())) {
            StoredVersion other = store.find(data.plan(), data.version()).orElseThrow();
            LocalizedText reason = new LocalizedText(
                    "此处的第 " + data.version() + " 版是另一套件（" + other.fingerprint() + "）。",
                    "Version " + data.version() + " is another package here (" + other.fingerprint() + ").");
            prepared.append(other, other.fingerprint(), reason);
        }
    }
}
