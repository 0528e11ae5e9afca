package org.finplan.platform.plan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.SamplePackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package made from the bundled plan, and what a person still has to write. */
class NewPackageTest {

    private static final PlanPackage OLD = PlanPackages.bundled("zq-fin-14fyp");

    /** What a person writes: of no meaning, so that nobody takes it for a figure. */
    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("title_zh", "\"演示样本\""),
            Map.entry("document_number", "\"演示样本\""),
            Map.entry("issued", "\"2026-06-30\""),
            Map.entry("issuer", "\"zq-gov\""),
            Map.entry("printed", "\"演示样本\""),
            Map.entry("comparator", "\"between\""),
            Map.entry("clause", "\"table\""),
            Map.entry("summary_zh", "\"演示样本\""),
            Map.entry("baseline", "{\"year\": 2025, \"period\": \"2025\", \"printed\": \"演示样本\", \"value\": 1}"),
            Map.entry("growth", "{\"printed\": \"演示样本\", \"kind\": \"relative\"}"),
            Map.entry("value", "1"),
            Map.entry("upper", "2"));

    @TempDir
    Path parent;

    private SamplePackage made;

    @BeforeEach
    void make() throws IOException {
        Path directory = parent.resolve("zq-16fyp");
        NewPackage.of("zq-16fyp", PlanPackages.tables("zq-fin-14fyp")).write(directory);
        made = SamplePackage.at(directory);
    }

    @Test
    void whatIsLeftToWriteIsNamedAndNothingElseIsWrong() {
        assertThat(made.faults()).extracting(PackageFault::code).containsOnly("missing-field");
        assertThat(made.faults())
                .extracting(PackageFault::place)
                .contains("/plan/title_zh", "/plan/issued", "/indicators/0/target/printed", "/tasks/0/summary_zh");
    }

    @Test
    void oncePeopleHaveWrittenThatItIsSoundAndSpeaksOfTheNextYears() {
        write();

        PlanPackage read = PlanPackages.in(made.directory());
        assertThat(read.plan().horizon().text()).isEqualTo("2026/2030");
        assertThat(read.plan().baselineYear()).isEqualTo(2025);
        assertThat(read.plan().targetYear()).isEqualTo(2030);
        assertThat(read.indicators())
                .hasSameSizeAs(OLD.indicators())
                .allSatisfy(row -> assertThat(row.target().period().end()).hasToString("2030-12-31"));
        assertThat(read.regions())
                .extracting(RegionDefinition::code)
                .containsExactlyElementsOf(
                        OLD.regions().stream().map(RegionDefinition::code).toList());
        assertThat(read.units()).isEqualTo(OLD.units());
        assertThat(read.series())
                .extracting(SeriesDefinition::code)
                .containsExactlyInAnyOrderElementsOf(
                        OLD.series().stream().map(SeriesDefinition::code).toList());
        assertThat(read.derived()).hasSameSizeAs(OLD.derived());
        assertThat(read.tasks()).isNotEmpty().allMatch(task -> task.level().equals("area"));
        assertThat(read.registers())
                .hasSameSizeAs(OLD.registers())
                .allMatch(register ->
                        register.opening() == null && register.entries().isEmpty());
    }

    @Test
    void noFigureAndNoSentenceOfTheOldPlanIsTakenOver() throws IOException {
        write();

        PlanPackage read = PlanPackages.in(made.directory());
        assertThat(read.facts()).isEmpty();
        assertThat(read.published()).isEmpty();
        assertThat(read.derived()).allSatisfy(formula -> {
            assertThat(formula.check().printed()).isNull();
            assertThat(formula.check().computed()).isNull();
            assertThat(formula.inputs()).allMatch(input -> input.value() == null);
        });
        String indicators = Files.readString(made.file("indicators.json"));
        Set<String> figures = OLD.indicators().stream()
                .map(row -> row.target().printed())
                .collect(Collectors.toCollection(HashSet::new));
        OLD.indicators().forEach(row -> figures.add(row.baseline().printed()));
        assertThat(figures).allSatisfy(figure -> assertThat(indicators).doesNotContain("\"" + figure + "\""));
    }

    /** Writes what the check asks for until it asks for nothing. */
    private void write() {
        for (List<PackageFault> left = made.faults(); !left.isEmpty(); left = made.faults()) {
            for (PackageFault fault : left) {
                String field = fault.place().substring(fault.place().lastIndexOf('/') + 1);
                assertThat(WRITTEN).as(fault.line(true)).containsKey(field);
                made.set(fault.file(), fault.place(), WRITTEN.get(field));
            }
        }
    }
}
