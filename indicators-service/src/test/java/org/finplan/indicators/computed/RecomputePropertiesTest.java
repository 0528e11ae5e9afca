package org.finplan.indicators.computed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.finplan.indicators.derived.Cell;
import org.finplan.indicators.derived.ComputedSeries;
import org.finplan.indicators.derived.Definition;
import org.finplan.indicators.derived.FormulaCompiler;
import org.finplan.indicators.derived.FormulaGraph;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.reading.PlanPackages;

/** The order in which figures come does not matter, and only what depends on a figure is computed. */
class RecomputePropertiesTest {

    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");
    private static final PlanRegister REGISTER = new PlanRegister(List.of(PLAN));
    private static final SeriesRules RULES = new SeriesRules(List.of(PLAN), PLAN.units());
    private static final FormulaCompiler COMPILER = new FormulaCompiler(REGISTER, RULES);
    private static final List<String> DISTRICTS = List.of("441202", "441203", "441284");

    /** A chain across regions and years: the city's sum, its growth, a share of it, and a mean of both. */
    private static final FormulaGraph GRAPH = new FormulaGraph(List.of(
            compiled("four-plus-four-output", "sum(children(GDP))", "CNY_100M"),
            compiled("leading-industries-output", "FOUR_PLUS_FOUR_OUTPUT + lag(FOUR_PLUS_FOUR_OUTPUT, 1)", "CNY_100M"),
            compiled("metal-processing-output-share", "share(GDP, LEADING_INDUSTRIES_OUTPUT)", "PCT"),
            compiled(
                    "four-plus-four-output-share",
                    "coalesce(METAL_PROCESSING_OUTPUT_SHARE, yoy(GDP)) / 2 + yoy(LEADING_INDUSTRIES_OUTPUT) / 2",
                    "PCT")));

    @Property(tries = 200)
    void theOrderOfArrivalDoesNotMatter(@ForAll("figures") List<ObservationKey> keys, @ForAll Random random) {
        List<ObservationKey> arrivals = new ArrayList<>(new LinkedHashSet<>(keys));
        Map<ObservationKey, Observation> inOrder = arrive(arrivals);
        Collections.shuffle(arrivals, random);
        Map<ObservationKey, Observation> shuffled = arrive(arrivals);

        assertThat(values(shuffled)).isEqualTo(values(inOrder));
        assertThat(values(atOnce(arrivals))).isEqualTo(values(inOrder));
    }

    @Property(tries = 200)
    void everyCellComesOnceAndAfterWhatItIsComputedFrom(@ForAll("figures") List<ObservationKey> keys) {
        List<Cell> cells = List.copyOf(GRAPH.affectedBy(keys));

        assertThat(cells).doesNotHaveDuplicates();
        Set<ObservationKey> done = new LinkedHashSet<>();
        Set<ObservationKey> all = new LinkedHashSet<>();
        cells.forEach(cell -> all.add(cell.delivered()));
        for (Cell cell : cells) {
            for (ObservationKey look : cell.series().dependencies(cell)) {
                assertThat(done.contains(look) || !all.contains(look))
                        .as("%s before %s", look, cell.delivered())
                        .isTrue();
            }
            assertThat(cell.series().dependencies(cell))
                    .as("%s has a reason to be computed", cell.delivered())
                    .anyMatch(look -> all.contains(look) || keys.contains(look));
            done.add(cell.delivered());
        }
    }

    @Provide
    Arbitrary<List<ObservationKey>> figures() {
        return Arbitraries.of(PLAN.regions().stream()
                        .filter(region -> region.inForceUntil() == null)
                        .filter(region -> List.of("district", "county", "county_level_city")
                                        .contains(region.kind())
                                || region.code().equals("441200"))
                        .map(region -> region.code())
                        .toList())
                .flatMap(region -> Arbitraries.integers()
                        .between(2019, 2022)
                        .map(year -> SeriesRules.key(
                                REGISTER.series().find("gdp").orElseThrow(),
                                region,
                                ObservationKind.LEVEL,
                                Period.ofYear(year),
                                ObservationKey.MAIN)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Map<ObservationKey, Observation> arrive(List<ObservationKey> arrivals) {
        Map<ObservationKey, Observation> known = new HashMap<>();
        for (ObservationKey key : arrivals) {
            known.put(key, observation(key, value(key)));
            compute(GRAPH.affectedBy(List.of(key)), known);
        }
        return known;
    }

    private static Map<ObservationKey, Observation> atOnce(List<ObservationKey> arrivals) {
        Map<ObservationKey, Observation> known = new HashMap<>();
        arrivals.forEach(key -> known.put(key, observation(key, value(key))));
        compute(GRAPH.affectedBy(arrivals), known);
        return known;
    }

    private static void compute(Set<Cell> cells, Map<ObservationKey, Observation> known) {
        Computation.of(cells, Map.copyOf(known)).forEach(outcome -> {
            if (outcome.value() == null) {
                known.remove(outcome.cell().computed());
            } else {
                known.put(outcome.cell().computed(), observation(outcome.cell().computed(), outcome.value()));
            }
        });
    }

    private static Map<ObservationKey, BigDecimal> values(Map<ObservationKey, Observation> known) {
        Map<ObservationKey, BigDecimal> values = new HashMap<>();
        known.forEach((key, figure) -> values.put(key, figure.figure().value()));
        return values;
    }

    private static BigDecimal value(ObservationKey key) {
        int district = DISTRICTS.indexOf(key.region()) + 2;
        return BigDecimal.valueOf(100L * district + key.end().getYear() % 7);
    }

    private static Observation observation(ObservationKey key, BigDecimal value) {
        String unit = REGISTER.series().find(key.indicator()).orElseThrow().unit();
        return new Observation(
                new UUID(0, 0),
                1,
                key,
                Period.ofYear(key.end().getYear()),
                new Figure(value, unit, value, unit, "eq", null, null),
                ObservationStatus.PRELIMINARY,
                false,
                null,
                new Source("sample", null, null, List.of(), Source.REPORTED),
                null,
                Instant.EPOCH,
                "test",
                Publication.DIRECT);
    }

    private static ComputedSeries compiled(String code, String formula, String unit) {
        assertThat(REGISTER.series().find(code).orElseThrow().unit()).isEqualTo(unit);
        ObservationKind kind = RULES.usualKind(code);
        return COMPILER.compile(new Definition(
                code,
                1,
                formula,
                List.of(),
                4,
                null,
                List.of(kind),
                List.of(),
                null,
                true,
                null,
                null,
                List.of(),
                null,
                null));
    }
}
