package org.finplan.platform.web.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Dates and instants as RFC 3339 writes them. Its years have four digits; the parsers of Java take nine, which overflow
 * the database and the arithmetic on time zones.
 *
 * @param <T> what is written
 */
public final class CalendarForm<T> {

    /** A day, such as {@code 2026-01-31}. */
    public static final CalendarForm<LocalDate> DATE = new CalendarForm<>(LocalDate::parse);

    /** An instant with its offset, such as {@code 2026-01-31T16:00:00Z}. */
    public static final CalendarForm<Instant> INSTANT = new CalendarForm<>(Instant::parse);

    private static final int YEAR_DIGITS = 4;
    private static final String YEAR_ZERO = "0000";

    private final Function<String, T> parser;

    private CalendarForm(Function<String, T> parser) {
        this.parser = parser;
    }

    /**
     * Reads a text.
     *
     * @param text the text
     * @return what it says, in the years 0001 to 9999
     * @throws DateTimeException when it has another form
     */
    public T parse(String text) {
        boolean plain = text.length() > YEAR_DIGITS
                && text.charAt(YEAR_DIGITS) == '-'
                && text.chars().limit(YEAR_DIGITS).allMatch(c -> c >= '0' && c <= '9')
                && !text.startsWith(YEAR_ZERO);
        if (!plain) {
            throw new DateTimeException("no year of four digits");
        }
        return parser.apply(text);
    }
}
