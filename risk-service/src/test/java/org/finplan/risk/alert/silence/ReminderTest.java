package org.finplan.risk.alert.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.workday.WorkingDays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By hand from the notice for 2026: 1 to 7 October are off, Saturday the 10th is worked, the 11th is off. */
class ReminderTest {

    private static final WorkingDays CALENDAR = PlanPackages.register(List.of()).workingDays("441200");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    @ParameterizedTest
    @CsvSource({
        // Ends in the holidays: told on the last working day before them.
        "09-28 10:00, 10-03 10:00, before-days-off 09-30 09:00; ends-soon 10-02 10:00",
        // Ends on the first day that is worked, a weekend being between.
        "10-12 10:00, 10-19 08:00, before-days-off 10-16 09:00; ends-soon 10-18 08:00",
        // Runs over the holidays and over the weekend after the worked Saturday.
        "09-29 10:00, 10-13 10:00, before-days-off 09-30 09:00; before-days-off 10-10 09:00; ends-soon 10-12 10:00",
        "10-12 10:00, 10-15 10:00, ends-soon 10-14 10:00",
        // Less than a day: told as it begins.
        "10-13 10:00, 10-13 18:00, ends-soon 10-13 10:00",
        // Begins after nine on the last working day: told before the end only.
        "09-30 09:30, 10-08 18:00, ends-soon 10-07 18:00"
    })
    void aSilenceIsToldOfBeforeItEndsAndBeforeDaysOff(String from, String until, String reminders) {
        List<String> told = new ArrayList<>();
        Instant after = at(from).minusNanos(1);
        Optional<Reminder> next = Reminder.next(at(from), at(until), after, CALENDAR);
        while (next.isPresent()) {
            Reminder reminder = next.get();
            told.add(reminder.cause().code() + " " + LOCAL.format(reminder.at().atOffset(ZoneOffset.ofHours(8))));
            next = Reminder.next(at(from), at(until), reminder.at(), CALENDAR);
        }
        assertThat(String.join("; ", told)).isEqualTo(reminders);
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse("2026-" + local.replace(' ', 'T') + ":00+08:00")
                .toInstant();
    }
}
