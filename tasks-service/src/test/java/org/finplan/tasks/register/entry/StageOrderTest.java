package org.finplan.tasks.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.register.RegisterDefinition;
import org.finplan.platform.plan.register.RegisterStage;
import org.finplan.tasks.register.entry.StageOrder.Way;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stage may follow which, over all pairs of stages of all registers of the bundled plan. */
class StageOrderTest {

    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");

    @ParameterizedTest
    @CsvSource({
        "reserve, cultivate, NEXT",
        "reserve, tutor, SKIPPED",
        "reserve, listed, SKIPPED",
        "cultivate, reserve, NONE",
        "apply, listed, NEXT",
        "listed, reserve, NONE",
        "reserve, reserve, NONE"
    })
    @Tag("T07")
    void theFiveStepsOfListingGoForwardsAndASkippedOneNeedsAReason(String from, String to, Way way) {
        assertThat(order("listing-reserve").way(from, to)).isEqualTo(way);
    }

    @Test
    @Tag("T16")
    void aPilotThatNeedsApprovalAboveIsAppliedForThenApprovedOrRefused() {
        StageOrder pilots = order("pilots");
        assertThat(pilots.next("applied")).containsExactly("approved", "refused", "stopped");
        assertThat(pilots.way("prepared", "approved")).isEqualTo(Way.NONE);
        assertThat(pilots.way("refused", "running")).isEqualTo(Way.NONE);
        assertThat(pilots.reachable("refused")).containsExactly("applied");
        assertThat(PLAN.register("pilots").orElseThrow().stage("approved"))
                .map(RegisterStage::decided)
                .hasValue(true);
    }

    @Test
    @Tag("T07")
    void whatComesInOutOfTurnNeedsAReasonOnlyWhereStagesAreSkippedWithOne() {
        assertThat(order("listing-reserve").wayIn("reserve")).isEqualTo(Way.NEXT);
        assertThat(order("listing-reserve").wayIn("tutor")).isEqualTo(Way.SKIPPED);
        assertThat(order("policy-documents").wayIn("in_force")).isEqualTo(Way.NEXT);
    }

    @Test
    void everyPairOfStagesIsAllowedOrNotAndNothingLeavesAFinalOne() {
        for (RegisterDefinition register : PLAN.registers()) {
            StageOrder order = new StageOrder(register);
            List<String> stages = register.stageCodes();
            for (String from : stages) {
                for (String to : stages) {
                    Way way = order.way(from, to);
                    assertThat(order.reachable(from).contains(to)).isEqualTo(way != Way.NONE);
                    assertThat(order.next(from).contains(to)).isEqualTo(way == Way.NEXT);
                    if (way == Way.SKIPPED) {
                        assertThat(register.skippable()).isTrue();
                        assertThat(stages.indexOf(to)).isGreaterThan(stages.indexOf(from) + 1);
                    }
                }
                boolean last = register.stage(from).orElseThrow().isFinal();
                assertThat(order.reachable(from).isEmpty()).isEqualTo(last);
            }
        }
    }

    private static StageOrder order(String register) {
        return new StageOrder(PLAN.register(register).orElseThrow());
    }
}
