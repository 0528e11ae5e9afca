package org.finplan.indicators.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HistoryQueryTest {

    private static final int MOST_VERSIONS = 1_000;

    @Property
    void pagesHaveEveryFigureOnceAndAreLargeOnlyWhereOneFigureIs(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 1_500) Integer> versions,
            @ForAll @IntRange(min = 1, max = 20) int limit) {
        List<HistoryQuery.Sized> all = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            LocalDate day = LocalDate.of(2000, 1, 1).plusDays(i);
            all.add(new HistoryQuery.Sized(new HistoryQuery.Position(day, day, "441200"), versions.get(i)));
        }
        HistoryQuery query = query(limit);

        List<HistoryQuery.Sized> read = new ArrayList<>();
        while (read.size() < all.size()) {
            List<HistoryQuery.Sized> page =
                    query.page(all.subList(read.size(), Math.min(all.size(), read.size() + limit + 1)));
            assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
            int together = page.stream().mapToInt(HistoryQuery.Sized::versions).sum();
            assertThat(page.size() == 1 || together <= MOST_VERSIONS).isTrue();
            read.addAll(page);
        }
        assertThat(read).isEqualTo(all);
        assertThat(query.page(List.of())).isEmpty();
    }

    private static HistoryQuery query(int limit) {
        return new HistoryQuery(
                "gdp",
                List.of("441200"),
                ObservationKind.LEVEL,
                LocalDate.MIN,
                LocalDate.MAX,
                Knowledge.recorded(Instant.MAX),
                Optional.empty(),
                limit,
                MOST_VERSIONS);
    }
}
