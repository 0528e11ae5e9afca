package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.outage.DueWork;
import org.finplan.tasks.workday.CityCalendar;
import org.finplan.tasks.workday.CityCalendars;

/** Looks whether a calendar changed since the deadlines of its city were reckoned. */
@ApplicationScoped
class CalendarWork implements DueWork {

    private final CalendarBatch batch;
    private final CityCalendars calendars;

    CalendarWork(CalendarBatch batch, CityCalendars calendars) {
        this.batch = batch;
        this.calendars = calendars;
    }

    @Override
    public List<UUID> due() {
        for (CityCalendar calendar : calendars.all()) {
            int reckoned;
            do {
                reckoned = batch.reckon(calendar);
            } while (reckoned > 0);
        }
        return List.of();
    }

    /** Never called: all of it is done when it is looked for. */
    @Override
    public void perform(UUID id) {
        throw new IllegalStateException("nothing is left to " + id);
    }
}
