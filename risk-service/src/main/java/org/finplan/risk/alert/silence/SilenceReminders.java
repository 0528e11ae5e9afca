package org.finplan.risk.alert.silence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.SilenceReminded;
import org.finplan.platform.outage.DueWork;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.risk.plan.CityCalendars;

/** Tells of silences before they end and before days off. Reminders that a stopped service missed are told once. */
@ApplicationScoped
class SilenceReminders implements DueWork {

    private static final int AT_ONCE = 100;

    private final SilenceRepository silences;
    private final CityCalendars calendars;
    private final Outbox outbox;
    private final Clock clock;

    SilenceReminders(SilenceRepository silences, CityCalendars calendars, Outbox outbox, Clock clock) {
        this.silences = silences;
        this.calendars = calendars;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public List<UUID> due() {
        return due(Set.of());
    }

    @Override
    public List<UUID> due(Set<UUID> putBack) {
        return silences.dueReminders(clock.instant(), putBack, AT_ONCE);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void perform(UUID id) {
        silences.lock(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Silence silence = silences.find(id, RegionSet.ALL).orElseThrow();
        Reminder due = silences.reminder(id)
                .filter(reminder -> !reminder.at().isAfter(now))
                .orElse(null);
        if (due == null || silence.state(now) == SilenceState.ENDED) {
            return;
        }
        String region = silence.matchers().region();
        outbox.append(new NewEvent(
                new SilenceReminded(
                        id, region, due.cause().code(), silence.reason(), silence.author(), silence.until(), now),
                "silence/" + id,
                silence.path(),
                region));
        silences.remind(
                id,
                Reminder.next(silence.from(), silence.until(), now, calendars.of(region))
                        .orElse(null));
    }
}
