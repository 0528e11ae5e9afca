package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * What the runs over all deadlines change of matters that they have locked: many in one statement. The wide rows are written only of
 * those whose deadline was reckoned otherwise.
 */
@ApplicationScoped
class RunRepository {

    private static final String CLIMB = """
            UPDATE supervision_climb AS c
            SET colour = n.colour, holder = n.holder, reminders = n.reminders, escalations = n.escalations, next_on = n.next_on,
                climb_version = c.climb_version + 1, failures = 0, aside_until = NULL
            FROM unnest(:ids, :colours, :holders, :reminders, :escalations, :nextOn)
                AS n(id, colour, holder, reminders, escalations, next_on)
            WHERE c.supervision = n.id""";

    private static final String RECKONED = """
            UPDATE supervision AS s
            SET current_due = n.current_due, provisional = n.provisional, calendar = n.calendar, version = s.version + 1
            FROM unnest(:ids, :currentDue, :provisional, :calendars) AS n(id, current_due, provisional, calendar)
            WHERE s.id = n.id""";

    private final Jdbi jdbi;

    RunRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void write(List<Supervision> matters) {
        if (matters.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate(CLIMB)
                .bindArray("ids", UUID.class, each(matters, matter -> matter.id))
                .bindArray("colours", String.class, each(matters, matter -> matter.climbed.colour))
                .bindArray("holders", String.class, each(matters, matter -> matter.climbed.holder))
                .bindArray("reminders", Integer.class, each(matters, matter -> matter.climbed.reminders))
                .bindArray("escalations", Integer.class, each(matters, matter -> matter.climbed.escalations))
                .bindArray("nextOn", LocalDate.class, each(matters, matter -> matter.climbed.nextOn))
                .execute());
        List<Supervision> reckoned =
                matters.stream().filter(matter -> matter.reckonedOtherwise).toList();
        if (!reckoned.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate(RECKONED)
                    .bindArray("ids", UUID.class, each(reckoned, matter -> matter.id))
                    .bindArray("currentDue", LocalDate.class, each(reckoned, matter -> matter.currentDue))
                    .bindArray("provisional", Boolean.class, each(reckoned, matter -> matter.provisional))
                    .bindArray("calendars", String.class, each(reckoned, matter -> matter.calendar))
                    .execute());
        }
    }

    /** What is absent is null, which no immutable list of the JDK takes. */
    private static <T> List<T> each(List<Supervision> matters, Function<Supervision, T> property) {
        return matters.stream().map(property).collect(Collectors.toList());
    }
}
