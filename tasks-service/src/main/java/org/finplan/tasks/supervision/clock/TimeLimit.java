package org.finplan.tasks.supervision.clock;

import java.time.LocalDate;

/** The time that a unit is given, as it was said: until a date, or for some working days. */
public sealed interface TimeLimit {

    /** {@return the day from which the time runs; it does not count itself} */
    LocalDate from();

    /**
     * The last day that is in time.
     *
     * @param days the days that count
     * @return the day; later by every working day on which the clock stood before it
     */
    LocalDate end(CountedDays days);

    /**
     * Until a date. It stays as it is when the calendar changes; only days on which the clock stood move it.
     *
     * @param due the date, worked or not
     * @param from the day from which the time runs
     */
    record ByDate(LocalDate due, LocalDate from) implements TimeLimit {

        @Override
        public LocalDate end(CountedDays days) {
            int given = new CountedDays(days.calendar(), java.util.List.of()).count(from, due);
            boolean undisturbed = days.count(from, due) == given;
            return undisturbed ? due : days.add(from, given);
        }
    }

    /**
     * For some working days.
     *
     * @param workingDays how many, at least 1
     * @param from the day from which they are counted
     */
    record ByWorkingDays(int workingDays, LocalDate from) implements TimeLimit {

        @Override
        public LocalDate end(CountedDays days) {
            return days.add(from, workingDays);
        }
    }
}
