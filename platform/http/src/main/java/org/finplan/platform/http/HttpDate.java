package org.finplan.platform.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time of an answer (RFC 9110, 6.6.1), written once a second and not with each answer. */
public final class HttpDate {

    private static final long SECOND = 1_000;
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private volatile Written last = new Written(Long.MIN_VALUE, "");

    /** Texts are equal for all who ask within a second; who writes it does not matter. */
    private record Written(long second, String text) {}

    /**
     * The dates of a clock.
     *
     * @param clock that answers are dated by
     */
    public HttpDate(Clock clock) {
        this.clock = clock;
    }

    /** {@return the present time in the form of the header {@code Date}} */
    public String now() {
        long second = Math.floorDiv(clock.millis(), SECOND);
        Written known = last;
        if (known.second() != second) {
            known = new Written(second, FORM.format(Instant.ofEpochSecond(second)));
            last = known;
        }
        return known.text();
    }
}
