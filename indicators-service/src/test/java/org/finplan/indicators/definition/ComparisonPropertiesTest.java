package org.finplan.indicators.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.definition.Continuity;
import org.finplan.platform.plan.definition.DefinitionBreak;
import org.finplan.platform.plan.definition.SeriesTimeline;
import org.finplan.platform.plan.definition.StatisticalDefinition;
import org.junit.jupiter.api.Test;

/** What lies between figures of a series whose definition changed any number of times. */
class ComparisonPropertiesTest {

    private static final LocalizedText TEXT = new LocalizedText("样例", "sample");
    private static final int FIRST_YEAR = 2020;

    /** A definition for each year from the first on, with breaks of any kind between. */
    static SeriesTimeline timeline(List<Continuity> breaks) {
        List<StatisticalDefinition> definitions = new ArrayList<>();
        for (int i = 0; i <= breaks.size(); i++) {
            LocalDate since = i == 0 ? null : LocalDate.of(FIRST_YEAR + i, 1, 1);
            definitions.add(new StatisticalDefinition("d" + i, "series", TEXT, TEXT, since, "sample"));
        }
        List<DefinitionBreak> said = IntStream.range(0, breaks.size())
                .mapToObj(i -> new DefinitionBreak(
                        definitions.get(i + 1).since(),
                        "d" + i,
                        "d" + (i + 1),
                        TEXT,
                        breaks.get(i),
                        breaks.get(i) == Continuity.LINKED ? new BigDecimal("1.25") : null,
                        null,
                        "sample"))
                .toList();
        return new SeriesTimeline(definitions, said);
    }

    @Provide
    Arbitrary<List<Continuity>> breaks() {
        return Arbitraries.of(Continuity.class).list().ofMinSize(1).ofMaxSize(4);
    }

    private static Basis inYear(SeriesTimeline timeline, int year, String stated) {
        return Basis.of(timeline, stated, LocalDate.of(year, 12, 31));
    }

    @Property
    void noTwoDefinitionsAreComparedWithoutTheMark(
            @ForAll("breaks") List<Continuity> breaks,
            @ForAll @IntRange(min = FIRST_YEAR - 1, max = FIRST_YEAR + 5) int one,
            @ForAll @IntRange(min = FIRST_YEAR - 1, max = FIRST_YEAR + 5) int other) {
        SeriesTimeline timeline = timeline(breaks);
        Basis first = inYear(timeline, one, null);
        Basis second = inYear(timeline, other, null);
        Comparison comparison = Comparison.of(List.of(first, second));

        assertThat(comparison.equals(Comparison.ALIKE)).isEqualTo(first.equals(second));
        assertThat(comparison.breaks()).hasSize(Math.abs(first.last() - second.last()));
        assertThat(comparison).isEqualTo(Comparison.of(List.of(second, first)));
        assertThat(comparison.isPossible())
                .isEqualTo(comparison.breaks().stream().noneMatch(one2 -> one2.comparable() == Continuity.NO));
        if (comparison.comparability() == Comparability.COMPARABLE) {
            assertThat(comparison.breaks()).allMatch(crossed -> crossed.comparable() == Continuity.YES);
        }
    }

    @Property
    void aMixtureIsNeverPlainlyComparable(
            @ForAll("breaks") List<Continuity> breaks,
            @ForAll @IntRange(min = FIRST_YEAR + 1, max = FIRST_YEAR + 5) int one,
            @ForAll @IntRange(min = FIRST_YEAR, max = FIRST_YEAR + 5) int other) {
        SeriesTimeline timeline = timeline(breaks);
        Comparison comparison = Comparison.of(List.of(inYear(timeline, one, "mixed"), inYear(timeline, other, null)));

        assertThat(comparison.comparability()).isGreaterThanOrEqualTo(Comparability.UNCONFIRMED);
        assertThat(comparison.breaks()).isNotEmpty();
    }

    @Property
    void aLinkLeadsThereAndBack(
            @ForAll @IntRange(min = 1, max = 4) int links,
            @ForAll @IntRange(min = FIRST_YEAR, max = FIRST_YEAR + 4) int one,
            @ForAll @IntRange(min = FIRST_YEAR, max = FIRST_YEAR + 4) int other) {
        SeriesTimeline timeline = timeline(
                IntStream.range(0, links).mapToObj(link -> Continuity.LINKED).toList());
        Basis from = inYear(timeline, one, null);
        Basis to = inYear(timeline, other, null);
        BigDecimal there = from.linked(BigDecimal.TEN, to);

        assertThat(there.compareTo(BigDecimal.TEN)).isEqualTo(Integer.compare(to.last(), from.last()));
        assertThat(to.linked(there, from)).isCloseTo(BigDecimal.TEN, within(new BigDecimal("1E-20")));
    }

    @Test
    void aFigureIsByTheDefinitionInForceAtItsEndUnlessItSaysOtherwise() {
        SeriesTimeline timeline = timeline(List.of(Continuity.NO));
        LocalDate end = LocalDate.of(2021, 12, 31);

        assertThat(Basis.code(timeline, null, end, end)).isEqualTo("d1");
        assertThat(Basis.code(timeline, null, LocalDate.of(2020, 12, 31), LocalDate.of(2020, 12, 31)))
                .isEqualTo("d0");
        assertThat(Basis.code(timeline, "d0", end, end)).isEqualTo("d0");
        assertThat(Basis.code(timeline, "unconfirmed", end, end)).isEqualTo("unconfirmed");
        assertThat(Basis.code(timeline, "of-no-plan-any-more", end, end)).isEqualTo("unconfirmed");
        assertThat(Basis.code(timeline, null, LocalDate.of(2020, 7, 1), end))
                .as("a span in which another one came into force")
                .isEqualTo("unconfirmed");
        assertThat(Basis.code(timeline, "d0", LocalDate.of(2020, 7, 1), end)).isEqualTo("d0");
        assertThat(Basis.code(SeriesTimeline.NONE, null, end, end)).isNull();
        assertThat(Basis.variant(timeline, "d0", end)).isEqualTo("by:d0");
        assertThat(Basis.variant(timeline, "d1", end)).isEqualTo("main");
        assertThat(Basis.variant(timeline, "mixed", end)).isEqualTo("main");
    }
}
