package org.finplan.tasks.supervision.clock;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Days on which the clock of a matter stands, since it waits for somebody outside.
 *
 * @param from the first such day
 * @param until the day on which the clock goes on; not before the first
 */
public record Standstill(LocalDate from, LocalDate until) {

    private static final String BETWEEN_SPANS = ",";
    private static final String BETWEEN_DAYS = "/";

    /**
     * Holds that it does not end before it begins.
     *
     * @throws IllegalArgumentException when it does
     */
    public Standstill {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("the clock would go on at " + until + ", before it stands at " + from);
        }
    }

    /**
     * Whether the clock stands on a day.
     *
     * @param day the day
     * @return whether it does
     */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /**
     * The same, ended earlier by somebody who resumes.
     *
     * @param day the day on which the clock goes on
     * @return the standstill until then, never longer than it was
     */
    public Standstill endedOn(LocalDate day) {
        LocalDate earliest = day.isBefore(from) ? from : day;
        return earliest.isBefore(until) ? new Standstill(from, earliest) : this;
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param text spans as text, possibly none
     * @return the spans
     */
    public static List<Standstill> list(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(BETWEEN_SPANS))
                        .map(span -> span.split(BETWEEN_DAYS))
                        .map(days -> new Standstill(LocalDate.parse(days[0]), LocalDate.parse(days[1])))
                        .toList();
    }

    /**
     * Writes spans as they are stored.
     *
     * @param spans the spans
     * @return them as text, {@code from/until} with commas between
     */
    public static String text(List<Standstill> spans) {
        return spans.stream()
                .map(span -> span.from + BETWEEN_DAYS + span.until)
                .collect(Collectors.joining(BETWEEN_SPANS));
    }
}
