package org.finplan.tasks.register.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** The arithmetic of a count, held against counting the entries one by one. */
class StockCountTest {

    @Property(tries = 300)
    @Tag("T08")
    void theCountOfADayIsTheOpeningAndWhatEnteredWithoutWhatLeft(
            @ForAll long seed, @ForAll @IntRange(max = 30) int entries, @ForAll @IntRange(max = 3000) int day) {
        List<RandomEntry> random = RandomEntry.some(new Random(seed), entries);
        LocalDate at = RandomEntry.FIRST.plusDays(day);
        StockCount count = new StockCount(1, List.of(), RandomEntry.turnovers(random, null, at));

        assertThat(count.total().count())
                .isEqualTo(random.stream().filter(entry -> entry.isThere(at)).count());
        assertThat(count.total().sums().get(0))
                .isEqualByComparingTo(random.stream()
                        .filter(entry -> entry.isThere(at))
                        .map(RandomEntry::size)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Those of the day of the opening stock or before are among those that it counts. */
    @Property(tries = 300)
    @Tag("T08")
    void theOpeningStockIsAnsweredOnItsDayAndEveryLaterDayAddsWhatMovedSince(
            @ForAll long seed, @ForAll @IntRange(max = 30) int entries, @ForAll @IntRange(max = 3000) int day) {
        List<RandomEntry> random = RandomEntry.some(new Random(seed), entries);
        LocalDate opened = RandomEntry.FIRST.plusDays(1000);
        LocalDate at = opened.plusDays(day);
        List<StockCount.Stock> opening = List.of(new StockCount.Stock("A", 47, List.of(new BigDecimal("54.06"))));

        StockCount onTheDay = new StockCount(1, opening, RandomEntry.turnovers(random, opened, opened));
        StockCount later = new StockCount(1, opening, RandomEntry.turnovers(random, opened, at));

        assertThat(onTheDay.total().count()).isEqualTo(47);
        long then = random.stream().filter(entry -> entry.isThere(at)).count();
        long first = random.stream().filter(entry -> entry.isThere(opened)).count();
        assertThat(later.total().count()).isEqualTo(47 + then - first);
    }

    @Property(tries = 200)
    @Tag("T08")
    void anEntryMoreNeverLowersTheCountOfAnyDay(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int entries,
            @ForAll @IntRange(max = 3000) int day) {
        List<RandomEntry> random = RandomEntry.some(new Random(seed), entries);
        LocalDate at = RandomEntry.FIRST.plusDays(day);
        long fewer = count(random.subList(0, entries - 1), at);

        assertThat(count(random, at)).isBetween(fewer, fewer + 1);
    }

    @Property(tries = 200)
    @Tag("T11")
    void theLinesOfRegionsAndYearsFollowEachOtherAndAddUp(@ForAll long seed, @ForAll @IntRange(max = 40) int entries) {
        List<RandomEntry> random = RandomEntry.some(new Random(seed), entries);
        LocalDate at = RandomEntry.FIRST.plusDays(3000);
        List<StockCount.Stock> opening = List.of(new StockCount.Stock("A", 5, List.of(BigDecimal.TEN)));
        StockCount count = new StockCount(1, opening, RandomEntry.turnovers(random, null, at));

        assertThat(count.lines(true, false).stream()
                        .mapToLong(StockCount.Line::count)
                        .sum())
                .isEqualTo(count.total().count());
        for (boolean byRegion : new boolean[] {true, false}) {
            List<StockCount.Line> lines = count.lines(byRegion, true);
            for (int i = 1; i < lines.size(); i++) {
                StockCount.Line before = lines.get(i - 1);
                StockCount.Line line = lines.get(i);
                if (!byRegion || line.region().equals(before.region())) {
                    assertThat(line.opening()).isEqualTo(before.count());
                    assertThat(line.openingSums()).isEqualTo(before.sums());
                    assertThat(line.year()).isGreaterThan(before.year());
                }
            }
        }
    }

    private static long count(List<RandomEntry> entries, LocalDate at) {
        return new StockCount(1, new ArrayList<>(), RandomEntry.turnovers(entries, null, at))
                .total()
                .count();
    }
}
