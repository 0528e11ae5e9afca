package org.finplan.tasks.flag;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.Event;
import org.finplan.platform.outbox.EventHandler;

/**
 * Flags leaves when an indicator falls behind its path, and clears them when it is back. Supervision hears of both.
 */
@ApplicationScoped
class AttainmentChangedHandler implements EventHandler<AttainmentChanged> {

    private final AttainmentRepository attainments;
    private final FlagService flags;

    AttainmentChangedHandler(AttainmentRepository attainments, FlagService flags) {
        this.attainments = attainments;
        this.flags = flags;
    }

    @Override
    public Class<AttainmentChanged> type() {
        return AttainmentChanged.class;
    }

    @Override
    public void handle(Event<AttainmentChanged> event) {
        AttainmentChanged data = event.data();
        attainments.store(event);
        flags.follow(new Series(data.plan(), data.indicator(), data.region()));
    }
}
