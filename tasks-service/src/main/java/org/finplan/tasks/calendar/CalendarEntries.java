package org.finplan.tasks.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.finplan.tasks.supervision.agenda.AgendaMatter;
import org.finplan.tasks.supervision.clock.Standstill;
import org.finplan.tasks.task.due.DueTask;

/** Makes the entries of a calendar: deadlines, ends of pauses, extensions that are asked for, and tasks that are due. */
final class CalendarEntries {

    private static final String SUPERVISIONS = "/api/v1/supervisions/";

    private final CalendarWords words;
    private final LocalDate today;
    private final List<CalendarEntry> entries = new ArrayList<>();

    private CalendarEntries(CalendarWords words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    /**
     * Makes them.
     *
     * @param matters open matters
     * @param tasks tasks that are not ended
     * @param words the language
     * @param today the day in China
     * @return the entries by their days
     */
    static List<CalendarEntry> of(
            List<AgendaMatter> matters, List<DueTask> tasks, CalendarWords words, LocalDate today) {
        CalendarEntries made = new CalendarEntries(words, today);
        matters.forEach(made::add);
        tasks.forEach(made::add);
        made.entries.sort(Comparator.comparing(CalendarEntry::day).thenComparing(CalendarEntry::uid));
        return made.entries;
    }

    private void add(AgendaMatter matter) {
        add(matter, "deadline", matter.currentDue(), words.deadline(matter.title()), words.matter(matter));
        if (matter.extension() != null) {
            add(
                    matter,
                    "extension-" + matter.extension().id(),
                    matter.extension().due(),
                    words.extension(matter.title()),
                    words.decides(matter));
        }
        for (int i = 0; i < matter.pauses().size(); i++) {
            Standstill pause = matter.pauses().get(i);
            if (pause.until().isAfter(today)) {
                add(matter, "pause-" + (i + 1), pause.until(), words.goesOn(matter.title()), words.matter(matter));
            }
        }
    }

    private void add(AgendaMatter matter, String what, LocalDate day, String summary, String description) {
        boolean deadline = what.equals("deadline");
        entries.add(new CalendarEntry(
                "supervision-" + matter.id() + "-" + what + "@finplan",
                day,
                summary,
                description,
                words.supervision(),
                matter.colour(),
                deadline ? matter.provisional() : matter.extension() != null && what.startsWith("extension"),
                SUPERVISIONS + matter.id(),
                matter.version(),
                matter.changedAt()));
    }

    private void add(DueTask task) {
        entries.add(new CalendarEntry(
                "task-" + task.key().plan() + "-" + task.key().id() + "@finplan",
                task.due(),
                words.task(task.title()),
                words.status(task.status()),
                words.tasks(),
                null,
                false,
                task.key().path(),
                task.version(),
                task.assignedAt()));
    }
}
