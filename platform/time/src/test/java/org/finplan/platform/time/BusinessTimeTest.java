package org.finplan.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessTimeTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-01-31T16:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    @Test
    void aDayBeginsEightHoursBeforeThatOfUtc() {
        assertThat(BusinessTime.startOf(DAY)).isEqualTo(MIDNIGHT);
        assertThat(BusinessTime.dayOf(MIDNIGHT)).isEqualTo(DAY);
        assertThat(BusinessTime.dayOf(MIDNIGHT.minusNanos(1))).isEqualTo(DAY.minusDays(1));
    }

    @Test
    void theZoneOfTheClockDoesNotMatter() {
        assertThat(BusinessTime.today(Clock.fixed(MIDNIGHT, ZoneOffset.UTC))).isEqualTo(DAY);
        assertThat(BusinessTime.today(Clock.fixed(MIDNIGHT, ZoneOffset.ofHours(-10))))
                .isEqualTo(DAY);
    }
}
