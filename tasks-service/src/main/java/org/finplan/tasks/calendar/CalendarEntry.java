package org.finplan.tasks.calendar;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A day in the calendar of a unit.
 *
 * @param uid the same for ever, however the entry changes
 * @param day the day, of the calendar in China
 * @param summary one line
 * @param description some lines
 * @param category kind of entry, for readers
 * @param colour name of a colour of CSS, or null
 * @param tentative whether the day may still change by itself
 * @param path path of the resource below the gateway
 * @param sequence counted up by each change
 * @param changedAt when it last changed, or null where that is not known
 */
record CalendarEntry(
        String uid,
        LocalDate day,
        String summary,
        String description,
        String category,
        @Nullable String colour,
        boolean tentative,
        String path,
        long sequence,
        @Nullable Instant changedAt) {}
