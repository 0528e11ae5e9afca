package org.finplan.tasks.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.finplan.tasks.supervision.clock.TimeLimit;

/** The time that a matter has, as it is stored: until a date, or for some working days. */
@Embeddable
class GivenTime {

    @Column(name = "limit_due")
    LocalDate due;

    @Column(name = "limit_days")
    Integer days;

    @Column(name = "limit_from")
    LocalDate from;

    /** How often time was given: 1, and one more with each extension. */
    int deadlines;

    void grant(TimeLimit limit) {
        deadlines++;
        from = limit.from();
        due = limit instanceof TimeLimit.ByDate date ? date.due() : null;
        days = limit instanceof TimeLimit.ByWorkingDays working ? working.workingDays() : null;
    }

    TimeLimit limit() {
        return days == null ? new TimeLimit.ByDate(due, from) : new TimeLimit.ByWorkingDays(days, from);
    }
}
