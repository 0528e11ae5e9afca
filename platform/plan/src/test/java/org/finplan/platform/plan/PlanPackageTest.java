package org.finplan.platform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlanPackageTest {

    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");

    @Test
    void theFifteenIndicatorsEqualTheFile() throws Exception {
        JsonNode file;
        try (InputStream in = PlanPackage.class.getResourceAsStream("zq-fin-14fyp/indicators.json")) {
            file = JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build()
                    .readTree(in)
                    .get("indicators");
        }
        assertThat(PLAN.indicators()).hasSize(15).hasSize(file.size());
        for (IndicatorDefinition indicator : PLAN.indicators()) {
            JsonNode row = file.get(indicator.number() - 1);
            assertThat(indicator.code()).isEqualTo(row.get("code").textValue());
            assertThat(indicator.baseline().value())
                    .isEqualTo(row.get("baseline").get("value").decimalValue());
            assertThat(indicator.baseline().period().text())
                    .isEqualTo(row.get("baseline").get("period").textValue());
            assertThat(indicator.target().printed())
                    .isEqualTo(row.get("target").get("printed").textValue());
            JsonNode target = row.get("target").get("value");
            assertThat(indicator.target().value()).isEqualTo(target.isNull() ? null : target.decimalValue());
            assertThat(indicator.target().comparator().code())
                    .isEqualTo(row.get("target").get("comparator").textValue());
            assertThat(indicator.growth().kind().code())
                    .isEqualTo(row.get("growth").get("kind").textValue());
        }
        assertThat(PLAN.indicators().stream().map(IndicatorDefinition::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 15).boxed().toList());
    }

    @Test
    void everySeriesThatIsNoFormulaSaysWhatItMeasures() {
        Set<String> derived = new HashSet<>();
        PLAN.derived().forEach(row -> derived.add(row.code()));
        assertThat(PLAN.series())
                .filteredOn(series -> !derived.contains(series.code()))
                .hasSizeGreaterThan(130)
                .allSatisfy(
                        series -> assertThat(series.measure()).as(series.code()).isNotNull());
        assertThat(PLAN.indicators()).allSatisfy(indicator -> assertThat(PLAN.series())
                .filteredOn(series -> series.code().equals(indicator.code()))
                .extracting(SeriesDefinition::measure)
                .as(indicator.code())
                .containsExactly(indicator.measure()));
    }

    @Test
    void organisationsAndSystemsHaveNames() {
        assertThat(PLAN.organisations())
                .hasSize(216)
                .allSatisfy(organisation -> assertThat(organisation.name().zh()).isNotBlank());
        assertThat(PLAN.systems())
                .hasSize(32)
                .extracting(InformationSystem::code)
                .contains("gov-bank-data");
    }

    @Test
    void theTreeHas481NodesAnd369LeavesUnderFourteenAreas() {
        Set<String> parents = new HashSet<>();
        PLAN.tasks().forEach(task -> parents.add(task.parent()));

        assertThat(PLAN.tasks()).hasSize(481);
        assertThat(PLAN.tasks().stream().filter(task -> !parents.contains(task.id())))
                .hasSize(369);
        assertThat(PLAN.tasks().stream().filter(TaskNode::leaf)).hasSize(369);
        assertThat(PLAN.tasks().stream()
                        .filter(task -> task.parent() == null && task.branch().equals("task")))
                .hasSize(9);
        assertThat(PLAN.tasks().stream()
                        .filter(task -> task.parent() == null && task.branch().equals("safeguard")))
                .hasSize(5);
        assertThat(PLAN.tasks().stream().filter(task -> task.lead() != null)).hasSize(1);
    }

    @Test
    void everyClauseResolves() {
        assertThat(PLAN.clauses()).hasSize(184);
        assertThat(PLAN.tasks())
                .allSatisfy(task -> assertThat(PLAN.clause(task.clause())).isPresent());
        assertThat(PLAN.facts())
                .allSatisfy(fact -> assertThat(PLAN.clause(fact.clause())).isPresent());
        assertThat(PLAN.indicators())
                .allSatisfy(row -> assertThat(PLAN.clause(row.clause())).isPresent());
    }

    @Test
    void allFiguresAreThereWithEveryDigit() {
        assertThat(PLAN.facts()).hasSize(232);
        assertThat(PLAN.published()).hasSize(112);
        assertThat(PLAN.published())
                .filteredOn(row -> row.series().equals("green-credit")
                        && row.period().text().equals("2025-12"))
                .filteredOn(row -> row.region().equals("441200") && row.kind().equals("level"))
                .singleElement()
                .satisfies(row -> assertThat(row.value()).isEqualTo("459"));
        assertThat(PLAN.published().stream().map(PublishedFigure::value)).contains(new BigDecimal("1.67388016445151"));
        assertThat(PLAN.facts().stream()
                        .filter(fact -> fact.id().equals("f064"))
                        .findFirst()
                        .orElseThrow()
                        .value())
                .isEqualTo(new BigDecimal("60.0"));
    }

    @Test
    void seriesKnowWhetherTheyAreStates() {
        assertThat(series("deposits-balance").pointInTime()).isTrue();
        assertThat(series("gdp").pointInTime()).isFalse();
        assertThat(series("loan-deposit-ratio").pointInTime()).isTrue();
        assertThat(series("green-loans-ecology").pointInTime()).isNull();
        assertThat(PLAN.series()).hasSize(149 + 1 + 8 + 9);
    }

    @Test
    void theThirtyFormulasAreThereAndWhatIsDeliveredIsANote() {
        assertThat(PLAN.derived()).hasSize(30);
        assertThat(PLAN.derived().stream().filter(row -> !row.active()).map(DerivedDefinition::code))
                .containsExactly(
                        "direct-financing-ratio",
                        "direct-financing-volume",
                        "cross-border-rmb-pool-share",
                        "four-plus-four-output");
        assertThat(series("gdp-2025-implied").pointInTime()).isFalse();
        assertThat(series("deposits-increment").unit()).isEqualTo("CNY_100M");
        DerivedDefinition increment = PLAN.derived().stream()
                .filter(row -> row.code().equals("deposits-increment"))
                .findFirst()
                .orElseThrow();
        assertThat(increment.inputs().get(1).years()).isEqualTo(-5);
        assertThat(increment.inputs().get(1).implied()).isTrue();
        assertThat(increment.check().computed()).isEqualTo("1096.7");
    }

    @Test
    void regionsFormATreeWithReferencesBeside() {
        RegionHierarchy regions = PLAN.regionHierarchy();

        assertThat(regions.all()).hasSize(26 + 19 + 2 + 1 + 1);
        assertThat(regions.subtree("441204"))
                .containsExactlyInAnyOrder("441204", "LOCAL-GYURB", "LOCAL-AEZ", "LOCAL-JLHTZ", "441283");
        assertThat(regions.subtree("441200")).hasSize(26 + 1 + 1).doesNotContain("440000");
        assertThat(regions.ancestors("LOCAL-YYHSR")).containsExactly("LOCAL-ZNA", "441200", "440000");
        assertThat(regions.references()).hasSize(21).contains("440000", "100000", "440000-ex-440300");
        assertThat(regions.subtree("nowhere")).isEmpty();
        assertThat(regions.ancestors("nowhere")).isEmpty();
    }

    @Test
    void aRegionThatTookThePlaceOfAnotherIsFoundByThePeriod() {
        RegionHierarchy regions = PLAN.regionHierarchy();

        assertThat(regions.lineage("441204")).containsExactly("441204", "441283");
        assertThat(regions.lineage("441283")).containsExactly("441283");
        assertThat(regions.inForce("441204", Period.parse("2014"))).containsExactly("441283");
        assertThat(regions.inForce("441283", Period.parse("2016"))).containsExactly("441204");
        assertThat(regions.inForce("441204", Period.parse("2015"))).containsExactly("441204", "441283");
        assertThat(regions.inForce("441202", Period.parse("2014"))).containsExactly("441202");
        assertThat(regions.inForce("nowhere", Period.parse("2014"))).isEmpty();
        assertThat(regions.children("441200")).contains("441204").doesNotContain("441283");
        assertThat(regions.children("441200", Period.parse("2014-12-31")))
                .contains("441283", "441202")
                .doesNotContain("441204");
    }

    @Test
    @Tag("I26")
    void referenceRegionsLieInNoRegionOfTheCity() {
        RegionHierarchy regions = PLAN.regionHierarchy();

        assertThat(regions.references()).contains("440000", "REF-GBA", "REF-CN", "REF-WORLD");
        assertThat(regions.children("441200", Period.parse("2020"))).doesNotContainAnyElementsOf(regions.references());
        assertThat(regions.subtree("441200")).doesNotContainAnyElementsOf(regions.references());
    }

    @Test
    void unitsConvertExactlyWithinWhatTheyCount() {
        assertThat(unit("CNY_1T").convert(new BigDecimal("1.18"), unit("CNY_100M")))
                .isEqualTo("11800");
        assertThat(unit("CNY").convert(new BigDecimal("45900000000.01"), unit("CNY_100M")))
                .isEqualTo("459.0000000001");
        assertThat(unit("TIMES").convert(new BigDecimal("0.0094"), unit("PCT"))).isEqualTo("0.94");
        assertThat(unit("PCT").convertsTo(unit("PP"))).isFalse();
        assertThat(unit("INSTITUTION").convertsTo(unit("ENTERPRISE"))).isFalse();
        for (Unit from : PLAN.units()) {
            for (Unit to : PLAN.units()) {
                if (from.convertsTo(to)) {
                    BigDecimal there = from.convert(new BigDecimal("2893.07"), to);
                    assertThat(to.convert(there, from)).isEqualByComparingTo("2893.07");
                }
            }
        }
    }

    @Test
    void thePlanKnowsItsHorizonAndItsFingerprint() {
        assertThat(PLAN.plan().horizon()).isEqualTo(Period.ofYears(2021, 2025));
        assertThat(PLAN.plan().documentNumber()).isEqualTo("肇府〔2022〕6号");
        assertThat(PLAN.fingerprint())
                .isEqualTo(PlanPackages.register(List.of()).packages().get(0).fingerprint())
                .hasSize(64);
    }

    @Test
    void thePlanEndsWithTheLastDayOfItsLastYear() {
        Plan plan = PLAN.plan();
        assertThat(plan.lastDay()).isEqualTo("2025-12-31");
        assertThat(plan.hasEnded(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(plan.hasEnded(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(List.of("2025", "2025-12", "2025-12-31", "2021/2025", "2019"))
                .noneMatch(period -> plan.endsBefore(Period.parse(period)));
        assertThat(List.of("2026", "2026-01-01", "2026-10", "2025/2026"))
                .allMatch(period -> plan.endsBefore(Period.parse(period)));
    }

    private static SeriesDefinition series(String code) {
        return PLAN.series().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Unit unit(String code) {
        return PLAN.units().stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
