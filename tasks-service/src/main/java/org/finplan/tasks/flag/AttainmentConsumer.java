package org.finplan.tasks.flag;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.Event;
import org.finplan.platform.outbox.EventHandler;

/** Flags leaves when an indicator falls behind its path, and clears them when it is back. */
@ApplicationScoped
class AttainmentConsumer implements EventHandler<AttainmentChanged> {

    private final Attainments attainments;
    private final Flagging flagging;

    AttainmentConsumer(Attainments attainments, Flagging flagging) {
        this.attainments = attainments;
        this.flagging = flagging;
    }

    @Override
    public Class<AttainmentChanged> type() {
        return AttainmentChanged.class;
    }

    @Override
    public void handle(Event<AttainmentChanged> event) {
        AttainmentChanged data = event.data();
        attainments.store(event);
        flagging.reckon(new Series(data.plan(), data.indicator(), data.region()));
    }
}
