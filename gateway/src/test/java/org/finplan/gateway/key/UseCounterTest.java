package org.finplan.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Quotas counted by several gateways that tell each other by one total. */
class UseCounterTest {

    private static final QuotaPeriods TODAY = new QuotaPeriods(LocalDate.of(2026, 11, 22));

    @Property(tries = 500)
    void nothingIsLostAndNothingIsCountedTwice(@ForAll @Size(max = 200) List<@IntRange(max = 5) Integer> steps) {
        UseCounter here = new UseCounter(TODAY, 0, 0);
        long total = 0;
        long taken = 0;
        for (int step : steps) {
            if (step <= 2) {
                here.take(TODAY, Long.MAX_VALUE, Long.MAX_VALUE);
                taken++;
            } else {
                UseCounter.Report report = here.report();
                if (report != null && step == 3) {
                    here.keep(report);
                } else if (report != null) {
                    total += report.count();
                    here.learned(TODAY, total, total);
                }
            }
            UseCounter.Used used = here.take(TODAY, 0, 0);
            assertThat(used.day()).isEqualTo(taken);
            assertThat(used.month()).isEqualTo(taken);
        }
    }

    /** The bound of the overshoot: what the other gateways took since the last exchange. */
    @Property(tries = 300)
    void gatewaysTogetherOvershootByNoMoreThanWhatCameInBetweenExchanges(
            @ForAll @IntRange(min = 1, max = 4) int gateways,
            @ForAll @IntRange(min = 1, max = 50) int quota,
            @ForAll @IntRange(min = 1, max = 20) int perExchange) {
        List<UseCounter> all = new ArrayList<>();
        for (int i = 0; i < gateways; i++) {
            all.add(new UseCounter(TODAY, 0, 0));
        }
        long total = 0;
        long granted = 0;
        for (int round = 0; round < 60; round++) {
            for (UseCounter gateway : all) {
                for (int i = 0; i < perExchange; i++) {
                    granted += gateway.take(TODAY, quota, Long.MAX_VALUE).day() < quota ? 1 : 0;
                }
            }
            for (UseCounter gateway : all) {
                UseCounter.Report report = gateway.report();
                total += report == null ? 0 : report.count();
                if (report != null) {
                    gateway.learned(TODAY, total, total);
                }
            }
        }
        assertThat(total).isEqualTo(granted);
        assertThat(granted).isBetween((long) quota, quota + (long) (gateways - 1) * perExchange * 2);
    }

    @Test
    void aNewDayBeginsAtNothingAndAMonthGoesOn() {
        UseCounter counter = new UseCounter(TODAY, 5, 50);
        counter.take(TODAY, 100, 100);
        UseCounter.Used tomorrow = counter.take(new QuotaPeriods(LocalDate.of(2026, 11, 23)), 100, 100);
        assertThat(tomorrow).isEqualTo(new UseCounter.Used(0, 51));
        UseCounter.Used december = counter.take(new QuotaPeriods(LocalDate.of(2026, 12, 1)), 100, 100);
        assertThat(december).isEqualTo(new UseCounter.Used(0, 0));
    }

    @Test
    void daysAreThoseOfShanghai() {
        QuotaPeriods late = QuotaPeriods.at(Instant.parse("2026-11-30T15:59:59Z"));
        assertThat(late.day()).isEqualTo("2026-11-30");
        assertThat(late.dayEnds()).isEqualTo("2026-11-30T16:00:00Z").isEqualTo(late.monthEnds());
        QuotaPeriods next = QuotaPeriods.at(Instant.parse("2026-11-30T16:00:00Z"));
        assertThat(next.month()).isEqualTo("2026-12");
        assertThat(next.monthEnds()).isEqualTo("2026-12-31T16:00:00Z");
    }
}
