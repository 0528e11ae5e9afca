package org.finplan.platform.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.DerivedDefinition;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.InformationSystem;
import org.finplan.platform.plan.Organisation;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.TaskNode;
import org.finplan.platform.plan.Verb;
import org.junit.jupiter.api.Test;

/** The synthetic plan of 2026 to 2030 beside the bundled one. */
class NextPlanSampleTest {

    private static final Path DIRECTORY = Path.of("../../docs/zq-fin-15fyp-sample");

    private final PlanPackage sample = PlanPackages.in(DIRECTORY);

    @Test
    void standsBesideThePlanBeforeIt() {
        PlanRegister register = PlanPackages.register(List.of(DIRECTORY, SamplePackage.SOURCE));

        assertThat(register.refused()).isEmpty();
        assertThat(register.codes()).containsExactly("zq-fin-14fyp", "zq-fin-15fyp-sample", "sample-15fyp");
        assertThat(register.city("zq-fin-15fyp-sample")).isEqualTo(register.city("zq-fin-14fyp"));
        assertThat(register.city("sample-15fyp")).isEqualTo("SAMPLE-CITY");
        assertThat(sample.plan().horizon().text()).isEqualTo("2026/2030");
        assertThat(sample.tasks()).anyMatch(task -> task.due() != null);
    }

    /** So that nobody takes a word of it for one of a real plan. Regions are called as they are. */
    @Test
    void everyNameSaysThatItIsASample() {
        Stream<LocalizedText> names = Stream.of(
                        Stream.of(sample.plan().title()),
                        sample.series().stream().map(SeriesDefinition::name),
                        sample.indicators().stream().map(IndicatorDefinition::name),
                        sample.clauses().stream().map(Clause::title),
                        sample.verbs().stream().map(Verb::name),
                        sample.tasks().stream().map(TaskNode::title),
                        sample.organisations().stream().map(Organisation::name),
                        sample.systems().stream().map(InformationSystem::name),
                        sample.derived().stream().map(DerivedDefinition::name))
                .flatMap(all -> all);

        assertThat(names).allSatisfy(name -> {
            assertThat(name.zh()).contains("演示样本");
            assertThat(name.en()).containsIgnoringCase("sample");
        });
    }

    /** Whoever writes a package finds one of each here. */
    @Test
    void itHasATargetOfEachKind() {
        assertThat(sample.indicators())
                .extracting(row -> row.target().kind().code())
                .contains("value", "yearly", "cumulative", "range", "benchmark", "qualitative");
        assertThat(sample.indicators()).extracting(IndicatorDefinition::nature).contains("binding", "expected");
        assertThat(sample.indicators()).anyMatch(row -> !row.target().profile().isEmpty());
    }

    /** A figure of it never stands among those of a real series. */
    @Test
    void itHasNoSeriesOfThePlanBeforeIt() {
        List<String> before = PlanPackages.bundled("zq-fin-14fyp").series().stream()
                .map(SeriesDefinition::code)
                .toList();

        assertThat(sample.series()).extracting(SeriesDefinition::code).doesNotContainAnyElementsOf(before);
    }
}
