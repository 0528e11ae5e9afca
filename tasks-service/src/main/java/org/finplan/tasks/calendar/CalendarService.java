package org.finplan.tasks.calendar;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.time.BusinessTime;
import org.finplan.tasks.calendar.key.CalendarKeys;
import org.finplan.tasks.calendar.key.CalendarKeys.Opened;
import org.finplan.tasks.supervision.agenda.AgendaMatter;
import org.finplan.tasks.supervision.agenda.AgendaSpan;
import org.finplan.tasks.supervision.agenda.UnitAgenda;
import org.finplan.tasks.task.due.DueTask;
import org.finplan.tasks.task.due.DueTasks;

/** Reads the calendar that a key opens. */
@ApplicationScoped
class CalendarService {

    /** What is open for longer than a year is not found in a calendar any more, but in the list. */
    private static final int DAYS_BACK = 366;

    private static final int DAYS_AHEAD = 2 * 366;

    /** Of matters and of tasks. More than these no phone shows in a way that helps. */
    private static final int MOST = 500;

    private final CalendarKeys keys;
    private final UnitAgenda agenda;
    private final DueTasks tasks;
    private final CalendarConfig config;
    private final Clock clock;

    CalendarService(CalendarKeys keys, UnitAgenda agenda, DueTasks tasks, CalendarConfig config, Clock clock) {
        this.keys = keys;
        this.agenda = agenda;
        this.tasks = tasks;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    String read(String unit, @Nullable String key, boolean english) {
        Opened opened = keys.open(unit, key).orElseThrow(CalendarError.NOT_FOUND::problem);
        LocalDate today = BusinessTime.today(clock);
        AgendaSpan span = new AgendaSpan(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD), MOST + 1);
        List<AgendaMatter> matters = agenda.open(opened.city(), opened.unit(), span);
        List<DueTask> due = tasks.led(opened.city(), opened.unit(), span.from(), span.until(), span.most());
        CalendarWords words = new CalendarWords(english);
        boolean cut = matters.size() > MOST || due.size() > MOST;
        return new CalendarText(
                        words.name(opened.unit()),
                        words.about(opened.unit(), cut, MOST),
                        config.refresh(),
                        config.baseUrl(),
                        BusinessTime.startOf(today))
                .write(CalendarEntries.of(first(matters), first(due), words, today));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(all.size(), MOST));
    }
}
