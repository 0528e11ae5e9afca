package org.finplan.risk.alert.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.workday.WorkingDays;
import org.finplan.risk.rule.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By hand from the notice for 2026: 1 to 7 October are off, Saturday the 10th and Sunday 20 September are worked. */
class ResponseTimesTest {

    private static final WorkingDays CALENDAR = PlanPackages.register(List.of()).workingDays("441200");

    @ParameterizedTest
    @CsvSource({
        "RED,    2026-10-01T23:30:00+08:00, 2026-10-02T01:30:00+08:00, 2026-10-02T23:30:00+08:00",
        "ORANGE, 2026-09-30T16:00:00+08:00, 2026-10-09T00:00:00+08:00, 2026-10-11T00:00:00+08:00",
        "YELLOW, 2026-09-30T16:00:00+08:00, 2026-10-11T00:00:00+08:00, 2026-10-21T00:00:00+08:00",
        "BLUE,   2026-09-30T16:00:00+08:00, 2026-10-21T00:00:00+08:00, 2026-11-04T00:00:00+08:00",
        "ORANGE, 2026-09-18T23:59:59+08:00, 2026-09-21T00:00:00+08:00, 2026-09-23T00:00:00+08:00"
    })
    void aLevelHasItsTimeInWorkingDaysAndRedInHours(Level level, String from, String accept, String plan) {
        assertThat(ResponseTimes.accept(level, at(from), CALENDAR)).isEqualTo(at(accept));
        assertThat(ResponseTimes.plan(level, at(from), CALENDAR)).isEqualTo(at(plan));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
