package org.finplan.risk.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.outage.DueWork;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.alert.muting.Mutes;

/** Tells of alerts once nothing mutes them any more, if nobody has taken charge meanwhile. */
@ApplicationScoped
class UnmutedAlerts implements DueWork {

    private static final int AT_ONCE = 100;

    private final AlertRepository alerts;
    private final AlertEvents events;
    private final Mutes mutes;
    private final Clock clock;

    UnmutedAlerts(AlertRepository alerts, AlertEvents events, Mutes mutes, Clock clock) {
        this.alerts = alerts;
        this.events = events;
        this.mutes = mutes;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<UUID> due() {
        return due(Set.of());
    }

    @Override
    @Transactional
    public List<UUID> due(Set<UUID> putBack) {
        return mutes.over(putBack, AT_ONCE);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void perform(UUID id) {
        Alert alert = alerts.lock(id).orElseThrow();
        if (!alert.told && alert.state == AlertState.RAISED && mutes.of(id).isEmpty()) {
            events.unmuted(alert, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }
}
