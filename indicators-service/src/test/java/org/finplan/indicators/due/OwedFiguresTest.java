package org.finplan.indicators.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.finplan.indicators.due.DueFigure.SeriesInRegion;
import org.finplan.platform.period.Period;
import org.junit.jupiter.api.Test;

/** Of which missing figures somebody is told. */
class OwedFiguresTest {

    private static final SeriesInRegion SERIES = new SeriesInRegion("sample-indicator", "SAMPLE-EAST");
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Test
    void aStoreWithYearsOfHistoryIsQuietAtFirst() {
        assertThat(told(Instant.parse("2026-11-29T00:00:00Z"), Map.of(), TODAY)).isEmpty();
        assertThat(told(Instant.parse("2026-11-29T00:00:00Z"), asked("2026-11-28T00:00:00Z", true), TODAY))
                .isEmpty();
    }

    @Test
    void whatBecomesOverdueWhileThePlanIsWatchedIsTold() {
        Instant watched = Instant.parse("2025-06-01T00:00:00Z");
        assertThat(told(watched, Map.of(), TODAY)).containsExactly("2025");
        assertThat(told(watched, asked("2021-01-01T00:00:00Z", false), TODAY)).containsExactly("2025");
        assertThat(told(watched, Map.of(), LocalDate.of(2026, 3, 31)))
                .as("the last day is in time")
                .isEmpty();
        assertThat(told(watched, Map.of(), LocalDate.of(2026, 4, 1))).containsExactly("2025");
        assertThat(told(LONG_AGO, Map.of(), TODAY)).containsExactly("2023", "2024", "2025");
    }

    @Test
    void aTargetAsksForTheNewestFigureAndForWhatIsDueLater() {
        assertThat(told(LONG_AGO, asked("2026-11-29T00:00:00Z", true), TODAY)).containsExactly("2025");
        assertThat(told(LONG_AGO, asked("2025-03-01T00:00:00Z", true), TODAY)).containsExactly("2024", "2025");
    }

    @Test
    void aPackageThatBringsATargetAsksForNothingOlder() {
        assertThat(told(LONG_AGO, asked("2026-11-29T00:00:00Z", false), TODAY)).isEmpty();
        assertThat(told(LONG_AGO, asked("2026-03-31T00:00:00Z", false), TODAY)).containsExactly("2025");
    }

    /** Where the newest is there, no older one takes its place. */
    @Test
    void whatIsThereIsNotTold() {
        List<DueFigure> due = List.of(figure(2024, null), figure(2025, LONG_AGO));
        assertThat(new OwedFigures(LONG_AGO, asked("2026-11-29T00:00:00Z", true)).of(due, TODAY))
                .isEmpty();
    }

    private static Map<SeriesInRegion, OwedFigures.Asked> asked(String at, boolean byPerson) {
        return Map.of(SERIES, new OwedFigures.Asked(Instant.parse(at), byPerson));
    }

    private static List<String> told(Instant watched, Map<SeriesInRegion, OwedFigures.Asked> asked, LocalDate today) {
        List<DueFigure> due = IntStream.rangeClosed(2023, 2025)
                .mapToObj(year -> figure(year, null))
                .toList();
        return new OwedFigures(watched, asked)
                .of(due, today).stream()
                        .map(figure -> figure.key().period().text())
                        .toList();
    }

    private static DueFigure figure(int year, Instant knownSince) {
        return new DueFigure(
                new DueFigure.Key(SERIES.indicator(), SERIES.region(), Period.ofYear(year)),
                new DueDay(LocalDate.of(year + 1, 3, 31), false),
                knownSince);
    }
}
