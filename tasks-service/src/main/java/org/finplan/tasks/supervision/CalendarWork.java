package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.outage.DueRound;
import org.finplan.tasks.workday.CityCalendar;
import org.finplan.tasks.workday.CityCalendars;

/** Looks whether a calendar changed since the deadlines of its city were reckoned. */
@ApplicationScoped
class CalendarWork implements DueRound {

    private final CalendarBatch batch;
    private final CityCalendars calendars;

    CalendarWork(CalendarBatch batch, CityCalendars calendars) {
        this.batch = batch;
        this.calendars = calendars;
    }

    @Override
    public void perform() {
        for (CityCalendar calendar : calendars.all()) {
            int reckoned;
            do {
                reckoned = batch.reckon(calendar);
            } while (reckoned > 0);
        }
    }
}
