package org.finplan.risk.alert.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.workday.WorkingDays;

/**
 * When a silence is told of: a day before it ends, and at nine in the morning of each working day before a day off.
 *
 * @param at when
 * @param cause why
 */
record Reminder(Instant at, Cause cause) {

    private static final Duration BEFORE_THE_END = Duration.ofHours(24);
    private static final Duration MORNING = Duration.ofHours(9);

    /** Why a silence is told of. */
    enum Cause {
        ENDS_SOON("ends-soon"),
        BEFORE_DAYS_OFF("before-days-off");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        /** {@return the name on the wire, also as it is stored} */
        String code() {
            return code;
        }

        static Cause of(String code) {
            return ENDS_SOON.code.equals(code) ? ENDS_SOON : BEFORE_DAYS_OFF;
        }
    }

    /**
     * The next reminder of a silence.
     *
     * @param from when it begins
     * @param until when it ends
     * @param after the instant after which the reminder comes
     * @param calendar working days of its city
     * @return the reminder, empty when there is none left; the one of a silence of less than a day comes as it begins
     */
    static Optional<Reminder> next(Instant from, Instant until, Instant after, WorkingDays calendar) {
        Instant last = until.minus(BEFORE_THE_END).isBefore(from) ? from : until.minus(BEFORE_THE_END);
        Instant end = last.isAfter(after) ? last : until;
        LocalDate day = BusinessTime.dayOf(from.isAfter(after) ? from : after);
        for (; morning(day).isBefore(end); day = day.plusDays(1)) {
            Instant morning = morning(day);
            if (morning.isAfter(after)
                    && !morning.isBefore(from)
                    && calendar.isWorked(day)
                    && !calendar.isWorked(day.plusDays(1))) {
                return Optional.of(new Reminder(morning, Cause.BEFORE_DAYS_OFF));
            }
        }
        return last.isAfter(after) ? Optional.of(new Reminder(last, Cause.ENDS_SOON)) : Optional.empty();
    }

    private static Instant morning(LocalDate day) {
        return BusinessTime.startOf(day).plus(MORNING);
    }
}
