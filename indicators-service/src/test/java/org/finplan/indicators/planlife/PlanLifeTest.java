package org.finplan.indicators.planlife;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stages of a sample plan (样例) of 2026 to 2030. */
class PlanLifeTest {

    private static final Instant DECIDED = Instant.parse("2031-05-31T16:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, false, draft",
        "2026-01-01, false, in-force",
        "2026-01-01, true, draft",
        "2030-12-31, false, in-force",
        "2031-01-01, false, ended",
    })
    void whatPeopleDoNotDecideFollowsFromThePackageAndTheDay(LocalDate today, boolean draft, String stage) {
        PlanLife life = PlanLife.of(plan(draft), List.of(), today);

        assertThat(life.stage()).isEqualTo(stage);
        assertThat(life.steps()).allMatch(step -> step.decidedBy() == null);
        assertThat(life.steps().get(life.steps().size() - 1).stage()).isEqualTo(stage);
    }

    @Test
    void whatPeopleDecideSaysWhenByWhomAndWhy() {
        PlanLife life = PlanLife.of(
                plan(false),
                List.of(decision(PlanStage.ARCHIVED), decision(PlanStage.EVALUATED)),
                LocalDate.of(2032, 1, 1));

        assertThat(life.stage()).isEqualTo("archived");
        assertThat(life.steps())
                .extracting(PlanLife.Step::stage)
                .containsExactly("in-force", "ended", "evaluated", "archived");
        assertThat(life.steps())
                .extracting(PlanLife.Step::from)
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2031, 1, 1),
                        LocalDate.of(2031, 6, 1),
                        LocalDate.of(2031, 6, 1));
        assertThat(life.steps().get(3).decidedBy()).isEqualTo("sample-admin");
        assertThat(life.steps().get(3).reason()).isEqualTo("样例 archived");
    }

    /** Of all pairs of stages, two are steps. */
    @Test
    void eachStageLeadsToTheNextOnly() {
        assertThat(Arrays.stream(PlanStage.values()).flatMap(from -> Stream.of(PlanStage.values())
                        .filter(to -> from.next().filter(to::equals).isPresent())
                        .map(to -> from.code() + " " + to.code())))
                .containsExactly("ended evaluated", "evaluated archived");
    }

    private static PlanDecision decision(PlanStage stage) {
        return new PlanDecision("sample", stage, "样例 " + stage.code(), DECIDED, "sample-admin");
    }

    private static Plan plan(boolean draft) {
        return new Plan(
                "sample",
                new LocalizedText("样例规划", "Sample plan"),
                "SAMPLE-1",
                LocalDate.of(2026, 6, 30),
                "sample-gov",
                Period.parse("2026/2030"),
                2025,
                2030,
                "ch3",
                null,
                draft);
    }
}
