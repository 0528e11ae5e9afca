package org.finplan.indicators.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.finplan.indicators.observation.Audience;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.series.Computed;
import org.finplan.indicators.series.Transform;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Test;

/** What is computed from several figures of a series whose definition changed. */
class ComparedSeriesTest {

    private static final Definitions DEFINITIONS =
            new Definitions(PlanPackages.register(List.of(Path.of("src/test/resources/sample-plan"))));

    static Observation figure(String series, int year, String value, String definition) {
        Period period = Period.ofYear(year);
        BigDecimal decimal = new BigDecimal(value);
        return new Observation(
                UUID.randomUUID(),
                1,
                new ObservationKey(
                        series,
                        "SAMPLE-CITY",
                        ObservationKind.LEVEL,
                        period.start(),
                        period.end(),
                        ObservationKey.MAIN),
                period,
                new Figure(decimal, "CNY_100M", decimal, "CNY_100M", "eq", null, null, definition),
                ObservationStatus.FINAL,
                false,
                null,
                new Source("sample", null, null, List.of(), Source.REPORTED),
                null,
                Instant.EPOCH,
                "sample",
                new Publication(null, null, Audience.INTERNAL));
    }

    private static List<ComparedSeries.Compared> growth(List<Observation> figures) {
        return new ComparedSeries(DEFINITIONS, false, figures)
                .compute(values -> values.transform(values.delivered(), Transform.YOY));
    }

    @Test
    void growthAcrossABreakThatCannotBeCrossedIsNoNumber() {
        List<Observation> figures =
                List.of(figure("sample-output-no", 2025, "459", null), figure("sample-output-no", 2026, "720", null));
        ComparedSeries.Compared growth = growth(figures).get(1);

        assertThat(growth.value().value()).isNull();
        assertThat(growth.value().gap()).isEqualTo(Computed.Gap.NOT_COMPARABLE);
        assertThat(growth.value().inputs()).hasSize(2);
        assertThat(growth.comparison().comparability()).isEqualTo(Comparability.NOT_COMPARABLE);
        assertThat(growth.comparison().breaks()).singleElement().satisfies(one -> assertThat(one.at())
                .isEqualTo("2026-01-01"));
    }

    @Test
    void growthAcrossALinkIsThatOfTheLinkedValues() {
        List<Observation> figures = List.of(
                figure("sample-output-linked", 2025, "100", null), figure("sample-output-linked", 2026, "132", null));
        ComparedSeries.Compared growth = growth(figures).get(1);

        assertThat(growth.value().value()).isEqualByComparingTo("10");
        assertThat(growth.comparison().comparability()).isEqualTo(Comparability.LINKED);
        ComparedSeries.Pair pair =
                new ComparedSeries(DEFINITIONS, false, figures).pair(Period.ofYear(2025), Period.ofYear(2026));
        assertThat(pair.earlier().value()).isEqualByComparingTo("120");
        assertThat(pair.later().value()).isEqualByComparingTo("132");
    }

    @Property(tries = 200)
    void noGrowthIsOfTwoDefinitionsWithoutTheMark(
            @ForAll @IntRange(max = 1) int of,
            @ForAll @Size(6) List<@IntRange(min = 1, max = 900) Integer> values,
            @ForAll @Size(6) List<@IntRange(max = 3) Integer> said) {
        String series = of == 0 ? "sample-output-no" : "sample-output-linked";
        String code = of == 0 ? "output-no-" : "output-linked-";
        List<String> definitions = new ArrayList<>(List.of(code + "old", code + "new", "mixed"));
        List<Observation> figures = IntStream.range(0, 6)
                .mapToObj(i -> figure(
                        series,
                        2023 + i,
                        values.get(i).toString(),
                        said.get(i) == 3 ? null : definitions.get(said.get(i))))
                .toList();

        for (ComparedSeries.Compared growth : growth(figures)) {
            List<String> codes = growth.value().inputs().stream()
                    .map(DEFINITIONS::code)
                    .distinct()
                    .toList();
            boolean oneDefinition = codes.size() <= 1 && !codes.contains("mixed");
            assertThat(growth.comparison().equals(Comparison.ALIKE)).isEqualTo(oneDefinition);
            if (of == 0 && codes.size() > 1 && !codes.contains("mixed")) {
                assertThat(growth.value().value()).isNull();
            }
        }
    }
}
