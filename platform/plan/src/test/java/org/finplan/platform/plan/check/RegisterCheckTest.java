package org.finplan.platform.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.finplan.platform.plan.InformationSystem;
import org.finplan.platform.plan.Organisation;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.SamplePackage;
import org.finplan.platform.plan.register.NamedEntry;
import org.finplan.platform.plan.register.OpeningStock;
import org.finplan.platform.plan.register.RegisterDefinition;
import org.finplan.platform.plan.register.RegisterStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registers that a package asks for. */
class RegisterCheckTest {

    private static final String FILE = "registers.json";
    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clauses                        | [\"ch9\"]      | unknown-reference | clauses/0",
                "tasks                          | [\"t1.m2\"]    | unknown-reference | tasks/0",
                "stagez                         | []             | unknown-field     | stagez",
                "stages                         | []             | too-few           | stages",
                "stages/0/next                  | [\"Set up\"]   | malformed         | stages/0/next/0",
                "stages/0/next                  | [\"setup\"]    | unknown-reference | stages/0/next/0",
                "stages/2/code                  | \"planned\"    | duplicate-code    | stages/2/code",
                "fields/0/type                  | \"colour\"     | unknown-value     | fields/0/type",
                "fields/0/type                  | \"text\"       | field-and-type    | fields/0/choices",
                "fields/1/unit                  | \"CNY\"        | unknown-reference | fields/1/unit",
                "fields/1/many                  | true           | field-and-type    | fields/1/counted",
                "fields/2/register              | \"sample\"     | unknown-reference | fields/2/register",
                "opening/at                     | \"2025-02-30\" | malformed         | opening/at",
                "opening/stocks/0/region        | \"NOWHERE\"    | unknown-reference | opening/stocks/0/region",
                "opening/stocks/0/count         | -1             | out-of-range      | opening/stocks/0/count",
                "opening/stocks/0/stage         | \"listed\"     | unknown-reference | opening/stocks/0/stage",
                "opening/stocks/0/sums/0/field  | \"founder\"    | unknown-reference | opening/stocks/0/sums/0/field",
                "entries/0/stage                | \"sold\"       | unknown-reference | entries/0/stage",
                "entries/0/since                | \"2026-13-01\" | malformed         | entries/0/since",
                "entries/0/shared_with          | [\"X\"]        | unknown-reference | entries/0/shared_with/0",
                "entries/0/system               | \"sample-system\" | name-of-entry  | entries/0/system",
                "entries/0/values/0/value       | \"staet\"      | unknown-value     | entries/0/values/0/value",
                "entries/0/values/1/value       | \"much\"       | malformed         | entries/0/values/1/value",
                "entries/0/values/1/field       | \"founder\"    | duplicate-code    | entries/0/values/1/field",
                "entries/0/values/1/field       | \"parent\"     | field-and-type    | entries/0/values/1/field",
                "fields/2/required              | true           | missing-field     | entries/0/values"
            })
    void aFaultIsToldAtItsPlace(String pointer, String json, String code, String place) {
        sample.set(FILE, "/registers/0/" + pointer, json);

        assertThat(sample.faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.file()).isEqualTo(FILE);
            assertThat(fault.place()).isEqualTo("/registers/0/" + place);
        });
    }

    @Test
    void anUnknownFieldIsAnsweredWithTheNearestOnes() {
        sample.set(FILE, "/registers/0/fieldz", "[]");

        assertThat(sample.faults()).singleElement().satisfies(fault -> assertThat(fault.accepted())
                .contains("fields"));
    }

    @Test
    void twoRegistersOfOneCodeAreOneTooMany() {
        sample.set(FILE, "/registers/1", sample.json(FILE).at("/registers/0").toString());

        assertThat(sample.faults()).first().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("duplicate-code");
            assertThat(fault.place()).isEqualTo("/registers/1/code");
        });
    }

    @Test
    @Tag("T07")
    @Tag("T08")
    @Tag("T13")
    void theBundledPlanAsksForItsRegisters() {
        RegisterDefinition reserve = PLAN.register("listing-reserve").orElseThrow();
        assertThat(reserve.stageCodes()).containsExactly("reserve", "cultivate", "tutor", "apply", "listed");
        assertThat(reserve.stages().get(4)).matches(RegisterStage::isFinal);
        assertThat(reserve.opening().at()).hasToString("2020-12-31");
        assertThat(reserve.opening().stocks())
                .extracting(OpeningStock.Stock::count)
                .containsExactly(47L);
        assertThat(reserve.entries()).isEmpty();
        OpeningStock.Stock funds =
                PLAN.register("industry-funds").orElseThrow().opening().stocks().get(0);
        assertThat(funds.count()).isEqualTo(17);
        assertThat(funds.sums().get(0).value()).isEqualByComparingTo("54.06");
    }

    @Test
    @Tag("T17")
    void everyDocumentAndLawAndEverySystemOfThePlanIsAnEntry() {
        List<String> documents = PLAN.organisations().stream()
                .filter(row -> List.of("policy_document", "law").contains(row.kind()))
                .map(Organisation::code)
                .toList();
        assertThat(documents).hasSize(14);
        assertThat(entries("policy-documents")).containsExactlyElementsOf(documents);
        assertThat(entries("systems"))
                .hasSize(32)
                .containsExactlyElementsOf(
                        PLAN.systems().stream().map(InformationSystem::code).toList());
    }

    /** What stands in two files of the package is the same in both. */
    @Test
    @Tag("T17")
    void whatBecomesOfThemIsWhatTheOtherFilesSay() {
        Path bundled = Path.of("src/main/resources/org/finplan/platform/plan/zq-fin-14fyp");
        SamplePackage files = SamplePackage.at(bundled);
        PLAN.register("systems").orElseThrow().entries().forEach(entry -> assertThat(entry.values())
                .as(entry.code())
                .contains(new NamedEntry.Value("becomes", said(files, "systems", entry.code(), "disposition"))));
        PLAN.register("policy-documents").orElseThrow().entries().forEach(entry -> assertThat(entry.stage())
                .as(entry.code())
                .isEqualTo(said(files, "organisations", entry.code(), "status").replace("existing", "in_force")));
        assertThat(PLAN.tasks()).filteredOn(task -> !task.systems().isEmpty()).allSatisfy(task -> task.systems()
                .forEach(system -> assertThat(entry("systems", system).tasks()).contains(task.id())));
    }

    private static String said(SamplePackage files, String list, String id, String field) {
        return Stream.of(files.json(list + ".json").path(list))
                .flatMap(rows -> {
                    Stream.Builder<JsonNode> all = Stream.builder();
                    rows.forEach(all);
                    return all.build();
                })
                .filter(row -> row.path("id").textValue().equals(id))
                .map(row -> row.path(field).textValue())
                .findFirst()
                .orElseThrow();
    }

    private static NamedEntry entry(String register, String code) {
        return PLAN.register(register).orElseThrow().entries().stream()
                .filter(entry -> entry.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> entries(String register) {
        return PLAN.register(register).orElseThrow().entries().stream()
                .map(NamedEntry::code)
                .toList();
    }
}
