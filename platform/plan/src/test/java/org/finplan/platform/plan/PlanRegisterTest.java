package org.finplan.platform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.definition.Continuity;
import org.finplan.platform.plan.definition.DefinitionBreak;
import org.finplan.platform.plan.definition.StatisticalDefinition;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.SamplePackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanRegisterTest {

    private static final String PLAN = "zq-fin-14fyp";

    private final PlanRegister register = PlanPackages.register(List.of());

    @Test
    void namesWhatThePlanNamesAndAnswersUnknownCodesWithThemselves() {
        assertThat(register.codes()).containsExactly(PLAN);
        assertThat(register.regionName("441202").zh()).isEqualTo("端州区");
        assertThat(register.regionName("000000")).isEqualTo(new LocalizedText("000000", "000000"));
        assertThat(register.indicatorName(PLAN, "no-such")).isEqualTo(new LocalizedText("no-such", "no-such"));
        assertThat(register.indicatorName("no-plan", "npl-ratio").zh()).isEqualTo("npl-ratio");
        assertThat(register.organisationName(PLAN, "no-such")).isEmpty();
    }

    @Test
    void theCityIsTheOutermostRegionThatIsNotOnlyComparedWith() {
        assertThat(register.city(PLAN)).isEqualTo("441200");
        assertThat(register.regionCodes()).contains("441200", "441202");
    }

    @Test
    void everyIndicatorIsASeriesOfAKnownUnitAndAffectsItself() {
        SeriesRegister series = register.series();

        assertThat(register.indicatorCodes())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(code -> {
                    assertThat(series.find(code)).isPresent();
                    assertThat(series.unit(series.find(code).orElseThrow().unit()))
                            .isPresent();
                    assertThat(series.measure(code)).isPresent();
                    assertThat(series.affectedBy(code))
                            .anyMatch(hit -> hit.definition().code().equals(code));
                    assertThat(series.planSpans(code, "441200"))
                            .containsExactly(
                                    register.find(PLAN).orElseThrow().plan().horizon());
                });
        assertThat(series.planSpans("no-such", "441200")).isEqualTo(List.<Period>of());
    }

    @Test
    void whoReadsOneCityIsToldTheSeriesOfItsPlansAlone(@TempDir Path parent) {
        SamplePackage other = SamplePackage.in(parent.resolve("other"));
        SeriesRegister series =
                PlanPackages.register(List.of(other.directory())).series();

        assertThat(series.codes("441202"::equals)).contains("green-credit").doesNotContain("sample-loans");
        assertThat(series.codes("SAMPLE-EAST"::equals)).contains("sample-loans").doesNotContain("green-credit");
        assertThat(series.codes(any -> true)).contains("sample-loans", "green-credit");
    }

    @Test
    void aCodeOfTwoCitiesMeansInEachRegionWhatItsPlanSays(@TempDir Path parent) {
        SamplePackage other = SamplePackage.in(parent.resolve("other"));
        other.set("indicators.json", "/indicators/2/code", "\"green-credit\"");
        SeriesRegister series =
                PlanPackages.register(List.of(other.directory())).series();

        assertThat(series.find("green-credit", "441202"))
                .isEqualTo(series.find("green-credit"))
                .get()
                .extracting(SeriesDefinition::unit)
                .isEqualTo("CNY_100M");
        assertThat(series.find("green-credit", "SAMPLE-EAST").orElseThrow().unit())
                .isEqualTo("PCT");
        assertThat(series.find("green-credit", "SAMPLE-EAST")
                        .orElseThrow()
                        .name()
                        .zh())
                .isEqualTo("演示样本：占比");
        assertThat(series.find("green-credit", "no-such")).isEqualTo(series.find("green-credit"));
        assertThat(series.find("no-such", "441202")).isEmpty();
    }

    @Test
    void aPackageThatCannotBeUsedKeepsNoOtherFromBeingUsed(@TempDir Path parent) {
        SamplePackage spoilt = SamplePackage.in(parent.resolve("spoilt"));
        spoilt.set("indicators.json", "/indicators/0/growth/min", null);
        spoilt.set("tasks.json", "/tasks/0/parent", "\"t1\"");

        PlanRegister loaded =
                PlanPackages.register(List.of(spoilt.directory(), Path.of("no-such-directory"), SamplePackage.SOURCE));

        assertThat(loaded.codes()).containsExactly(PLAN, "sample-15fyp");
        assertThat(loaded.refused()).hasSize(2);
        assertThat(loaded.refused().get(0).directory())
                .isEqualTo(spoilt.directory().toString());
        assertThat(loaded.refused().get(0).faults())
                .extracting(PackageFault::code)
                .containsExactly("cycle", "growth-without-numbers");
        assertThat(loaded.refused().get(0).reasons(1, true))
                .containsExactly("tasks.json /tasks/0/parent: what it lies in lies in itself: t1 → t1", "and 1 more");
        assertThat(loaded.refused().get(0).reasons(1, false)).contains("另有 1 处");
        assertThat(loaded.refused().get(1).faults().get(0).code()).isEqualTo("missing-directory");
        assertThat(register.refused()).isEmpty();
    }

    @Test
    void definitionsOfAllPlansAreOneTimelineAndAContradictionIsRefused(@TempDir Path parent) {
        SamplePackage further = SamplePackage.in(parent.resolve("further"));
        further.set("indicators.json", "/plan/code", "\"sample-16fyp\"");
        further.set("facts.json", "/plan", null);
        further.set("definitions.json", "/definitions/2", json("sample-loans-newest", "2028-01-01"));
        SamplePackage between = SamplePackage.in(parent.resolve("between"));
        between.set("indicators.json", "/plan/code", "\"sample-17fyp\"");
        between.set("facts.json", "/plan", null);
        between.set("definitions.json", "/definitions/0", json("sample-loans-other", "2024-01-01"));
        between.set("definitions.json", "/breaks/0/from", "\"sample-loans-other\"");
        between.set("definitions.json", "/figures", null);

        PlanRegister loaded =
                PlanPackages.register(List.of(SamplePackage.SOURCE, further.directory(), between.directory()));

        assertThat(loaded.codes()).containsExactly(PLAN, "sample-15fyp", "sample-16fyp");
        assertThat(loaded.series().definitions("sample-loans").definitions())
                .extracting(StatisticalDefinition::code)
                .containsExactly("sample-loans-old", "sample-loans-new", "sample-loans-newest");
        assertThat(loaded.series().definitions("sample-loans").breaks())
                .extracting(DefinitionBreak::comparable)
                .containsExactly(Continuity.LINKED, Continuity.UNCONFIRMED);
        assertThat(loaded.refused()).singleElement().satisfies(refused -> assertThat(refused.faults())
                .extracting(PackageFault::code)
                .containsExactly("definitions-contradict"));
    }

    /** Callers and rows are bound to a city by the regions that lie in it. */
    @Test
    void aRegionOfAnotherCityIsRefused(@TempDir Path parent) {
        SamplePackage other = SamplePackage.in(parent.resolve("other"));
        for (String file : List.of(
                "regions.json",
                "registers.json",
                "supplement.json",
                "facts.json",
                "definitions.json",
                "published-facts.csv",
                "derived.json")) {
            if (Files.exists(other.file(file))) {
                other.edit(
                        file, text -> text.replace("SAMPLE-CITY", "OTHER-CITY").replace("SAMPLE_CITY", "OTHER_CITY"));
            }
        }
        other.set("indicators.json", "/plan/code", "\"sample-16fyp\"");
        other.set("facts.json", "/plan", null);

        PlanRegister loaded = PlanPackages.register(List.of(SamplePackage.SOURCE, other.directory()));

        assertThat(loaded.codes()).containsExactly(PLAN, "sample-15fyp");
        assertThat(loaded.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.faults()).extracting(PackageFault::code).containsOnly("region-of-another-city");
            assertThat(refused.faults().get(0).place()).isEqualTo("/regions/1/code");
            assertThat(refused.faults().get(0).message().en()).contains("SAMPLE-EAST", "SAMPLE-CITY");
        });
    }

    private static String json(String code, String since) {
        return "{\"code\":\"" + code + "\",\"series\":\"sample-loans\",\"counts_zh\":\"演示样本\",\"standard_zh\":\"演示样本\","
                + "\"since\":\"" + since + "\",\"source\":\"演示样本\"}";
    }

    @Test
    void ofTwoPackagesOfOneCodeTheSecondIsRefused(@TempDir Path parent) {
        SamplePackage first = SamplePackage.in(parent.resolve("first"));
        SamplePackage second = SamplePackage.in(parent.resolve("second"));
        SamplePackage bundled = SamplePackage.in(parent.resolve("third"));
        bundled.set("indicators.json", "/plan/code", "\"" + PLAN + "\"");
        bundled.set("facts.json", "/plan", null);

        PlanRegister loaded =
                PlanPackages.register(List.of(first.directory(), second.directory(), bundled.directory()));

        assertThat(loaded.codes()).containsExactly(PLAN, "sample-15fyp");
        assertThat(loaded.refused())
                .extracting(refused -> refused.faults().get(0).line(true))
                .containsExactly(
                        "indicators.json /plan/code: the plan code sample-15fyp already belongs to "
                                + first.directory(),
                        "indicators.json /plan/code: the plan code " + PLAN + " already belongs to finplan");
    }

    /** Two plans may each be a tree and both together a loop. */
    @Test
    void everyWalkOfRegionsEnds() {
        RegionHierarchy loop = new RegionHierarchy(List.of(region("A", "B"), region("B", "C"), region("C", "A")));

        assertThat(loop.subtree("A")).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(loop.ancestors("A")).hasSizeLessThanOrEqualTo(3);
        assertThat(loop.lineage("A")).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(loop.inForce("A", Period.parse("2025"))).containsExactlyInAnyOrder("A", "B", "C");
    }

    private static RegionDefinition region(String code, String other) {
        LocalizedText name = new LocalizedText(code, code);
        return new RegionDefinition(code, "sample", code, name, "district", other, false, null, null, other);
    }

    /** A plan that compares its city with one that has a plan of its own does not open that city to everybody. */
    @Test
    void aCityOfAPlanIsNoReferenceRegionOfAnother() {
        RegionDefinition compared = region("B", null, true);
        RegionHierarchy regions = new RegionHierarchy(List.of(
                region("P", null, true),
                region("A", "P", false),
                compared,
                region("B", "P", false),
                region("B1", "B", false)));
        assertThat(regions.references()).containsExactly("P");
        assertThat(regions.cities()).containsExactly("A", "B");
        assertThat(regions.subtree("B")).containsExactly("B", "B1");
        assertThat(regions.ancestors("B1")).containsExactly("B", "P");
    }

    private static RegionDefinition region(String code, String parent, boolean reference) {
        return new RegionDefinition(
                code, "sample", code, new LocalizedText(code, code), "sample", parent, reference, null, null, null);
    }
}
