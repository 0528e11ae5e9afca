package org.finplan.platform.plan.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.SamplePackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spoils one field of the sample package and expects exactly that fault. */
class PackageStructureTest {

    @TempDir
    Path parent;

    private SamplePackage sample;

    @BeforeEach
    void copyTheSample() {
        sample = SamplePackage.in(parent.resolve("anything"));
    }

    @Test
    void theSampleIsSound() {
        assertThat(sample.faults()).isEmpty();
    }

    @Test
    void aMissingEnglishTextIsTheChineseOne() {
        PlanPackage read = PlanPackages.in(sample.directory());

        assertThat(read.indicators().get(1).name().en()).isEqualTo("演示样本：不良贷款率");
        assertThat(read.indicators().get(0).name().en()).isEqualTo("Sample: loans, balance");
        assertThat(read.verbs().get(0).name().en()).isEqualTo("pilot");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "indicators.json | /plan/code                      | -            | missing-field | my-city-16fyp",
                "indicators.json | /plan/code                      | \"A b\"      | malformed     | my-city-16fyp",
                "indicators.json | /indicators/0/due               | \"month\"    | unknown-field | code",
                "indicators.json | /indicators/0/directions        | \"higher\"   | unknown-field | direction",
                "indicators.json | /plan/nature                    | \"x\"        | unknown-field | code",
                "indicators.json | /indicators/0/target/replaces   | 1            | unknown-field | relative",
                "indicators.json | /indicators/0/measure           | \"stocks\"   | unknown-value | stock",
                "indicators.json | /indicators/0/measure           | 7            | unknown-value | average",
                "indicators.json | /indicators/0/direction         | \"up\"       | unknown-value | lower",
                "indicators.json | /indicators/0/growth/kind       | \"compound\" | unknown-value | count_per_year",
                "indicators.json | /indicators/0/baseline/value    | \"110.05\"   | wrong-type    | number",
                "indicators.json | /indicators/0/baseline/year     | 2025.5       | wrong-type    | integer",
                "indicators.json | /indicators/0/baseline/year     | 3025         | out-of-range  | 1900 … 2199",
                "indicators.json | /indicators/0/baseline/value    | 1e40         | out-of-range  | -",
                "indicators.json | /indicators/0/baseline/value    | 1e-999999999 | out-of-range  | -",
                "indicators.json | /indicators/0/name_zh           | \" \"        | blank         | string",
                "indicators.json | /indicators/0/name_zh           | \"a\\u0000\" | bad-character | -",
                "indicators.json | /units                          | []           | too-few       | -",
                "indicators.json | /units/0/kind                   | \"money\"    | unknown-value | currency",
                "indicators.json | /indicators/2                   | 5            | wrong-type    | object",
                "facts.json      | /facts/0/period                 | 2025         | wrong-type    | 2025-S1",
                "facts.json      | /facts/0/kind                   | \"flow\"     | unknown-value | cumulative",
                "regions.json    | /regions/0/level                | \"city\"     | unknown-field | code",
                "regions.json    | /regions/0/kind                 | \"city\"     | unknown-value | prefecture_city",
                "clauses.json    | /clauses/0/title_zh             | -            | missing-field | string",
                "tasks.json      | /tasks/0/level                  | \"goal\"     | unknown-value | measure",
                "tasks.json      | /tasks/1/due                    | \"2027\"     | malformed     | 2030-06-30",
                "tasks.json      | /tasks/1/verb                   | []           | unknown-field | verbs",
                "organisations.json | /organisations/0/name        | \"x\"        | unknown-field | kind",
                "systems.json    | /systems                        | -            | missing-field | array",
                "supplement.json | /table_nature                   | \"hoped\"    | unknown-value | binding",
                "measures.json   | /series/0/measure               | -            | missing-field | rank",
                "derived.json    | /derived/0/decimals             | 99           | out-of-range  | 0 … 12",
                "derived.json    | /derived/0/inputs/0/alias       | \"npl\"      | malformed     | LOANS_BALANCE",
            })
    void oneSpoiltFieldIsOneFaultAtItsPlace(String file, String pointer, String json, String code, String accepted) {
        sample.set(file, pointer, json);

        assertThat(sample.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.place()).isEqualTo(pointer);
            assertThat(fault.code()).isEqualTo(code);
            if (accepted != null) {
                assertThat(fault.accepted()).contains(accepted);
            }
            assertThat(fault.message().zh()).isNotEqualTo(fault.message().en());
        });
    }

    @Test
    void theNearestKnownFieldStandsFirst() {
        sample.set("indicators.json", "/indicators/0/comparater", "1");
        sample.set("indicators.json", "/indicators/1/target/comparater", "1");

        assertThat(sample.faults())
                .extracting(fault -> fault.place() + " " + fault.accepted().get(0))
                .contains("/indicators/1/target/comparater comparator");
    }

    @Test
    void aNameWithASlashIsEscapedInItsPlace() {
        sample.edit("tasks.json", text -> text.replace("\"verbs\": [\n", "\"a/b~c\": 1,\n  \"verbs\": [\n"));

        assertThat(sample.faults()).extracting(PackageFault::place).containsExactly("/a~1b~0c");
    }

    @Test
    void aLineBreakAndATabAreText() {
        sample.edit("clauses.json", text -> text.replace("第一行", "第一\\t\\r\\n行"));

        assertThat(sample.faults()).isEmpty();
    }

    @Test
    void halfACharacterIsRefused() {
        sample.edit("clauses.json", text -> text.replace("第一行", "\\ud83d"));

        assertThat(sample.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("bad-character");
            assertThat(fault.place()).isEqualTo("/clauses/2/title_zh");
        });
    }

    @Test
    void aNameWithALineBreakStaysOnItsLine() {
        sample.edit("tasks.json", text -> text.replace("\"verbs\": [\n", "\"a\\nb\": 1,\n  \"verbs\": [\n"));

        assertThat(sample.faults()).singleElement().satisfies(fault -> assertThat(fault.line(true))
                .doesNotContain("\n")
                .startsWith("tasks.json /a\uFFFDb: there is no such field (accepted: "));
    }

    @Test
    void aFaultIsALineInBothLanguages() {
        sample.set("indicators.json", "/indicators/0/direction", "\"up\"");

        assertThat(sample.faults().get(0).line(true))
                .isEqualTo("indicators.json /indicators/0/direction: there is no such value: up"
                        + " (accepted: higher, lower)");
        assertThat(sample.faults().get(0).line(false))
                .isEqualTo("indicators.json /indicators/0/direction：没有这个值：up（可用：higher、lower）");
    }
}
