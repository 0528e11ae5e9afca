package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What the runs over all deadlines change of matters whose rows they have locked: many in one statement. */
@ApplicationScoped
class RunRepository {

    private static final String WRITE = """
            UPDATE supervision AS s
            SET colour = n.colour, holder = n.holder, reminders = n.reminders, escalations = n.escalations, next_on = n.next_on,
                current_due = n.current_due, provisional = n.provisional, calendar = n.calendar, version = s.version + 1,
                failures = 0, aside_until = NULL
            FROM unnest(:ids, :colours, :holders, :reminders, :escalations, :nextOn, :currentDue, :provisional, :calendars)
                AS n(id, colour, holder, reminders, escalations, next_on, current_due, provisional, calendar)
            WHERE s.id = n.id""";

    private final Jdbi jdbi;

    RunRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void write(List<Supervision> matters) {
        if (matters.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate(WRITE)
                .bindArray("ids", UUID.class, each(matters, matter -> matter.id))
                .bindArray("colours", String.class, each(matters, matter -> matter.colour))
                .bindArray("holders", String.class, each(matters, matter -> matter.holder))
                .bindArray("reminders", Integer.class, each(matters, matter -> matter.reminders))
                .bindArray("escalations", Integer.class, each(matters, matter -> matter.escalations))
                .bindArray("nextOn", LocalDate.class, each(matters, matter -> matter.nextOn))
                .bindArray("currentDue", LocalDate.class, each(matters, matter -> matter.currentDue))
                .bindArray("provisional", Boolean.class, each(matters, matter -> matter.provisional))
                .bindArray("calendars", String.class, each(matters, matter -> matter.calendar))
                .execute());
    }

    /** What is absent is null, which no immutable list of the JDK takes. */
    private static <T> List<T> each(List<Supervision> matters, Function<Supervision, T> property) {
        return matters.stream().map(property).collect(Collectors.toList());
    }
}
