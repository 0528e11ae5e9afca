package org.finplan.platform.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.reading.SamplePackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of a sound structure that say what cannot be: exactly that fault, at its place. */
class PackageMeaningTest {

    @TempDir
    Path parent;

    private SamplePackage sample;

    @BeforeEach
    void copyTheSample() {
        sample = SamplePackage.in(parent.resolve("anything"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "indicators.json | /plan/issued        | \"2026-02-30\" | malformed           | /plan/issued",
                "indicators.json | /plan/horizon       | \"2026-2030\"  | malformed           | /plan/horizon",
                "indicators.json | /plan/horizon       | \"2026-06/2030\" | malformed | /plan/horizon",
                "indicators.json | /plan/target_year   | 2031   | year-outside-plan          | /plan/target_year",
                "indicators.json | /plan/baseline_year | 2030   | baseline-after-target      | /plan/baseline_year",
                "indicators.json | /plan/issuer        | \"nobody\" | unknown-reference      | /plan/issuer",
                "indicators.json | /table_clause       | \"ch9\"    | unknown-reference      | /table_clause",
                "indicators.json | /indicators/0/unit/code | \"SHELL\" | unknown-reference  | /indicators/0/unit/code",
                "indicators.json | /indicators/0/clause | \"ch3.t9\" | unknown-reference     | /indicators/0/clause",
                "indicators.json | /indicators/0/prose_clauses/0 | \"x\" | unknown-reference"
                        + " | /indicators/0/prose_clauses/0",
                "indicators.json | /indicators/1/number | 3     | wrong-number       | /indicators/1/number",
                "indicators.json | /indicators/2/sdmx   | \"SAMPLE_LOANS\" | duplicate-sdmx | /indicators/2/sdmx",
                "indicators.json | /indicators/0/target/period | \"2029-12-31\" | year-and-period"
                        + " | /indicators/0/target/period",
                "indicators.json | /indicators/0/target/period | \"2030-13\" | malformed"
                        + " | /indicators/0/target/period",
                "indicators.json | /indicators/0/target/comparator | \"le\" | direction-and-comparator"
                        + " | /indicators/0/target/comparator",
                "indicators.json | /indicators/0/direction | \"lower\" | direction-and-comparator"
                        + " | /indicators/0/target/comparator",
                "indicators.json | /indicators/2/target/upper | 20 | band-reversed | /indicators/2/target/upper",
                "indicators.json | /indicators/2/target/upper | -  | upper-and-band | /indicators/2/target/upper",
                "indicators.json | /indicators/0/target/upper | 160 | upper-and-band | /indicators/0/target/upper",
                "indicators.json | /indicators/0/target/value | - | number-or-benchmark | /indicators/0/target/value",
                "indicators.json | /indicators/1/target/relative | - | number-or-benchmark"
                        + " | /indicators/1/target/relative",
                "indicators.json | /indicators/1/target/value | 1 | number-or-benchmark | /indicators/1/target/value",
                "indicators.json | /indicators/1/target/relative/region | \"X\" | unknown-reference"
                        + " | /indicators/1/target/relative/region",
                "indicators.json | /indicators/1/target/relative/benchmark | \"x\" | unknown-reference"
                        + " | /indicators/1/target/relative/benchmark",
                "indicators.json | /indicators/0/growth/min | - | growth-without-numbers | /indicators/0/growth/min",
                "indicators.json | /indicators/0/growth/max | 7 | growth-reversed | /indicators/0/growth/max",
                "indicators.json | /indicators/1/growth/min | 7 | growth-with-numbers | /indicators/1/growth/min",
                "indicators.json | /indicators/0/growth/unit | \"X\" | unknown-reference | /indicators/0/growth/unit",
                "indicators.json | /inconsistencies/0/id | \"INC-9\" | unknown-reference"
                        + " | /indicators/0/inconsistencies/0",
                "clauses.json | /clauses/0/parent | \"ch3\"    | cycle              | /clauses/0/parent",
                "clauses.json | /clauses/0/parent | \"ch3.t1\" | cycle              | /clauses/0/parent",
                "clauses.json | /clauses/0/parent | \"ch8\"    | unknown-reference  | /clauses/0/parent",
                "clauses.json | /clauses/6 | {\"id\":\"ch3.t1\",\"title_zh\":\"样本\"} | duplicate-code"
                        + " | /clauses/6/id",
                "regions.json | /regions/1/parent | \"SAMPLE-EAST\" | cycle         | /regions/1/parent",
                "regions.json | /regions/1/parent | -          | two-cities         | /regions/1/parent",
                "regions.json | /regions/1/parent | \"NOWHERE\" | unknown-reference | /regions/1/parent",
                "regions.json | /regions/1/sdmx   | \"SAMPLE_CITY\" | duplicate-sdmx | /regions/1/sdmx",
                "supplement.json | /former_regions/0/successor | \"SAMPLE-OLD-EAST\" | cycle"
                        + " | /former_regions/0/successor",
                "supplement.json | /former_regions/0/successor_from | \"2019-01-01\" | succession"
                        + " | /former_regions/0/successor_from",
                "measures.json | /series/2 | {\"code\":\"sample-gdp\",\"measure\":\"flow\"} | duplicate-code"
                        + " | /series/2/code",
                "supplement.json | /units/0/code  | \"PCT\" | duplicate-code          | /units/0/code",
                "tasks.json | /tasks/0/parent | \"t1\"    | cycle                   | /tasks/0/parent",
                "tasks.json | /tasks/1/level | \"item\"    | leaf-and-level      | /tasks/1/level",
                "tasks.json | /tasks/0/level | \"measure\" | leaf-and-level      | /tasks/0/level",
                "tasks.json | /tasks/1/regions/0 | \"WEST\" | unknown-reference     | /tasks/1/regions/0",
                "tasks.json | /tasks/1/verbs/0 | \"fly\" | unknown-reference        | /tasks/1/verbs/0",
                "tasks.json | /tasks/1/lead | \"nobody\" | unknown-reference        | /tasks/1/lead",
                "tasks.json | /tasks/1/cooperating | [\"nobody\"] | unknown-reference | /tasks/1/cooperating/0",
                "tasks.json | /tasks/1/due | \"2031-01-01\" | year-outside-plan      | /tasks/1/due",
                "tasks.json | /tasks/0/due | \"2025-12-31\" | year-outside-plan      | /tasks/0/due",
                "tasks.json | /tasks/1/due | \"2027-02-29\" | malformed              | /tasks/1/due",
                "tasks.json | /tasks/1/systems/0 | \"none\" | unknown-reference     | /tasks/1/systems/0",
                "facts.json | /plan/code    | \"sample-16fyp\" | plan-copy-differs     | /plan/code",
                "facts.json | /facts/0/series | \"sample-lones\" | unknown-reference | /facts/0/series",
                "facts.json | /facts/0/value | null | missing-field                 | /facts/0/value",
                "facts.json | /facts/0/period | \"the year\" | malformed            | /facts/0/period",
                "measures.json | /series/0/measure | \"flow\" | two-measures        | /series/0/measure",
                "definitions.json | /definitions/2 | {\"code\":\"d\",\"series\":\"x\",\"counts_zh\":\"样本\","
                        + "\"standard_zh\":\"样本\",\"source\":\"样本\"} | unknown-reference | /definitions/2/series",
                "definitions.json | /definitions/1/since | \"2026-02-30\" | malformed | /definitions/1/since",
                "definitions.json | /breaks/0/from | \"x\" | unknown-reference | /breaks/0/from",
                "definitions.json | /breaks/0/to | \"sample-loans-old\" | no-neighbours | /breaks/0/to",
                "definitions.json | /breaks/0/comparable | \"no\" | factor-and-linked | /breaks/0/comparable",
                "definitions.json | /breaks/0/overlap | - | factor-and-linked | /breaks/0/comparable",
                "definitions.json | /breaks/0/factor | 0 | out-of-range | /breaks/0/factor",
                "definitions.json | /breaks/0/overlap/from | -1 | out-of-range | /breaks/0/overlap/from",
                "definitions.json | /figures/0/definition | \"x\" | unknown-reference | /figures/0/definition",
                "definitions.json | /figures/0/region | \"X\" | unknown-reference | /figures/0/region",
                "definitions.json | /targets/0/definition | \"mixed\" | unknown-reference | /targets/0/definition",
                "derived.json | /derived/0/inputs/0/series | \"x\" | unknown-reference"
                        + " | /derived/0/inputs/0/series",
                "derived.json | /derived/0/inputs/1/alias | \"NPL\" | duplicate-code | /derived/0/inputs/1/alias",
                "derived.json | /derived/0/sdmx | \"OTHER\" | two-sdmx-codes         | /derived/0/sdmx",
            })
    void oneWrongSayingIsOneFaultAtItsPlace(String file, String pointer, String json, String code, String place) {
        sample.set(file, pointer, json);

        assertThat(sample.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.place()).isEqualTo(place);
            assertThat(fault.file()).isEqualTo(file);
        });
    }

    @ParameterizedTest
    @CsvSource({"2031, year-outside-plan, year", "2019, year-outside-plan, year"})
    void aTargetOfAnotherTimeThanThePlansIsRefused(int year, String code, String field) {
        sample.set("indicators.json", "/indicators/2/target/year", Integer.toString(year));
        sample.set("indicators.json", "/indicators/2/target/period", "\"" + year + "\"");

        assertThat(sample.faults()).anySatisfy(fault -> {
            assertThat(fault.place()).isEqualTo("/indicators/2/target/" + field);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.accepted()).containsExactly("2026/2030");
        });
    }

    /** Each of these would keep a service from storing the targets of the plan. */
    @Test
    void aTargetInTheTextThatNoServiceCouldStoreIsRefused() {
        for (int i = 0; i < 2; i++) {
            String place = "/facts/" + (i + 1);
            sample.set(
                    "facts.json",
                    place,
                    sample.json("facts.json").at("/facts/0").toString());
            sample.set("facts.json", place + "/id", "\"g" + i + "\"");
            sample.set("facts.json", place + "/kind", "\"target\"");
            sample.set("facts.json", place + "/period", "\"2030-12-31\"");
        }
        sample.set("facts.json", "/facts/1/comparator", "\"approx\"");

        assertThat(sample.faults())
                .extracting(fault -> fault.place() + " " + fault.code())
                .containsExactly("/facts/1/comparator comparator-of-no-target", "/facts/2/period duplicate-target");
    }

    @Test
    void aBaselineAfterItsTargetIsRefused() {
        sample.set("indicators.json", "/indicators/2/baseline/year", "2031");
        sample.set("indicators.json", "/indicators/2/baseline/period", "\"2031\"");

        assertThat(sample.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.place()).isEqualTo("/indicators/2/baseline/year");
            assertThat(fault.code()).isEqualTo("baseline-after-target");
        });
    }

    @Test
    void aChildBeforeItsParentIsRefused() {
        sample.set(
                "tasks.json",
                "/tasks/2",
                sample.json("tasks.json").at("/tasks/0").toString());
        sample.set("tasks.json", "/tasks/0", null);

        assertThat(sample.faults()).extracting(PackageFault::code).containsExactly("parent-after-child");
    }

    @Test
    void aNameThatLiesTooDeepIsRefusedAndEverySearchEnds() {
        for (int i = 0; i < 40; i++) {
            String parent = i == 0 ? "ch4" : "d" + (i - 1);
            sample.set(
                    "clauses.json",
                    "/clauses/" + (6 + i),
                    "{\"id\":\"d" + i + "\",\"parent\":\"" + parent + "\",\"title_zh\":\"样本\"}");
        }

        assertThat(sample.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("too-deep");
            assertThat(fault.place()).isEqualTo("/clauses/37/parent");
        });
    }

    @Test
    void twoDefinitionsSinceTheSameDayOverlap() {
        sample.set("definitions.json", "/definitions/0/since", "\"2026-01-01\"");

        assertThat(sample.faults())
                .extracting(fault -> fault.place() + " " + fault.code())
                .contains("/definitions/1/since definitions-overlap", "/breaks/0/to no-neighbours");
    }

    @Test
    void aDefinitionThatStandsTwiceIsToldAtTheSecondPlace() {
        sample.set("definitions.json", "/definitions/1/code", "\"sample-loans-old\"");

        assertThat(sample.faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("duplicate-code");
            assertThat(fault.place()).isEqualTo("/definitions/1/code");
        });
    }

    @Test
    void aTownOfNowhereIsNoCity() {
        sample.set("regions.json", "/regions/0/parent", "\"SAMPLE-EAST\"");

        assertThat(sample.faults()).extracting(PackageFault::code).containsExactly("cycle", "no-city");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        sample.set("indicators.json", "/indicators/0/target/comparator", "\"lt\"");
        sample.set("indicators.json", "/indicators/2/target/upper", "1");
        sample.set("clauses.json", "/clauses/1/parent", "\"ch3.t1\"");
        sample.set("tasks.json", "/tasks/1/indicators/0", "\"sample-lones\"");
        sample.edit("published-facts.csv", text -> text.replace("SAMPLE-CITY,2025,5.1", "SAMPLE-CTY,2025-99,5.1"));

        assertThat(sample.faults())
                .extracting(fault -> fault.file() + " " + fault.place() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "indicators.json /indicators/0/target/comparator direction-and-comparator",
                        "indicators.json /indicators/2/target/upper band-reversed",
                        "clauses.json /clauses/1/parent cycle",
                        "tasks.json /tasks/1/indicators/0 unknown-reference",
                        "published-facts.csv row 3, column region unknown-reference",
                        "published-facts.csv row 3, column period malformed");
    }
}
