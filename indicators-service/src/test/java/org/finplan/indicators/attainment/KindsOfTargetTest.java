package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.finplan.indicators.assessment.AssessmentOutcome;
import org.finplan.indicators.assessment.TargetAssessment;
import org.finplan.indicators.loading.KindsPlan;
import org.finplan.indicators.target.Nature;
import org.finplan.indicators.target.PathShape;
import org.finplan.indicators.target.Target;
import org.finplan.platform.events.AttainmentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of target: its path or none, and its states. */
class KindsOfTargetTest {

    private final KindsBoard board = new KindsBoard();

    @Test
    void aYearIsHeldAgainstWhatTheYearsSoFarAreToBringNotAgainstAPathOfLevels() {
        board.figure("kinds-lending", "2026", "420").figure("kinds-lending", "2027", "350");

        Assessment first = board.judge("kinds-lending", "2026");
        assertThat(first.judged()).isEqualByComparingTo("420");
        assertThat(first.judgement().expected()).isEqualByComparingTo("400");
        assertThat(first.judgement().state()).isEqualTo(AttainmentState.AHEAD);
        assertThat(first.judgement().required()).isEqualByComparingTo("395");
        Assessment second = board.judge("kinds-lending", "2027");
        assertThat(second.cumulated().value()).isEqualByComparingTo("770");
        assertThat(second.cumulated().share()).isEqualByComparingTo("0.385");
        assertThat(second.actual().figure().value()).isEqualByComparingTo("350");
        assertThat(second.judgement().state()).isEqualTo(AttainmentState.ON_COURSE);
        assertThat(second.judgement().corridor().low()).isEqualByComparingTo("800");
    }

    @Test
    void aYearThatIsMissingMakesTheSumUnknownAndIsNamed() {
        board.figure("kinds-lending", "2026", "420").figure("kinds-lending", "2028", "900");

        Assessment third = board.judge("kinds-lending", "2028");
        assertThat(third.judgement().reason()).isEqualTo(Reason.YEAR_MISSING);
        assertThat(third.judgement().state()).isEqualTo(AttainmentState.NOT_ASSESSABLE);
        assertThat(third.cumulated().missing()).containsExactly(2027);
        assertThat(third.judged()).isNull();
        assertThat(board.judge("kinds-lending", "2027").judgement().state()).isEqualTo(AttainmentState.NO_DATA);
        assertThat(board.judge("kinds-lending", "2025").judgement().reason()).isEqualTo(Reason.BASELINE_PERIOD);
        assertThat(board.judge("kinds-lending", "2026-Q1").judgement().reason())
                .isEqualTo(Reason.PERIOD_NOT_COMPARABLE);
    }

    @Test
    void changesOfAYearFollowEachOther() {
        board.figure("kinds-intensity", "2026", "-4").figure("kinds-intensity", "2027", "-5");

        Assessment second = board.judge("kinds-intensity", "2027");
        assertThat(second.judged()).isEqualByComparingTo("-8.8");
        assertThat(second.judgement().expected()).isEqualByComparingTo("-6.8");
        assertThat(second.judgement().state()).isEqualTo(AttainmentState.AHEAD);
    }

    /** Of at most 100, by a profile of 10, 50 and 100 at the ends of 2026, 2028 and 2030. */
    @ParameterizedTest
    @CsvSource({
        "2026,10,ON_COURSE",
        "2026,11,BEHIND",
        "2027,30,ON_COURSE",
        "2027,31,BEHIND",
        "2028,101,OFF_COURSE",
        "2030,100,ACHIEVED",
        "2030,100.1,OFF_COURSE"
    })
    void aLimitIsKnownToBeKeptOnlyAtTheEnd(String year, String sum, AttainmentState state) {
        for (int before = 2026; before < Integer.parseInt(year); before++) {
            board.figure("kinds-subsidies", Integer.toString(before), "0");
        }
        board.figure("kinds-subsidies", year, sum);

        assertThat(board.judge("kinds-subsidies", year).judgement().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "2026,110,ACHIEVED",
        "2026,107,BEHIND",
        "2026,101,OFF_COURSE",
        "2028,135,ACHIEVED",
        "2028,141,OFF_COURSE"
    })
    void aYearThatIsSetIsJudgedAtItsEnd(String year, String value, AttainmentState state) {
        assertThat(board.figure("kinds-output", year, value)
                        .judge("kinds-output", year)
                        .judgement()
                        .state())
                .isEqualTo(state);
    }

    @Test
    void aYearThatIsOpenHasNoTargetAndNoVerdict() {
        board.figure("kinds-output", "2027", "500").figure("kinds-output", "2029", "1");

        for (String open : List.of("2025", "2027", "2029", "2030")) {
            Assessment assessment = board.judge("kinds-output", open);
            assertThat(assessment.target()).isNull();
            assertThat(assessment.judgement().reason()).isEqualTo(Reason.OPEN_YEAR);
            assertThat(assessment.judgement().state()).isEqualTo(AttainmentState.NOT_ASSESSABLE);
        }
    }

    @Test
    void withoutABaselineThereIsNoPath() {
        Target target = board.target("kinds-accounts", 2030);
        assertThat(TargetPath.visible(target, KindsPlan.indicator("kinds-accounts")))
                .isNull();
        assertThat(target.nature()).isEqualTo(Nature.EXPECTED);
        assertThat(board.target("kinds-lending", 2030).nature()).isEqualTo(Nature.BINDING);
        board.figure("kinds-accounts", "2028", "400").figure("kinds-accounts", "2030", "499");

        assertThat(board.judge("kinds-accounts", "2028").judgement().reason()).isEqualTo(Reason.NO_BASELINE);
        assertThat(board.judge("kinds-accounts", "2030").judgement().state()).isEqualTo(AttainmentState.BEHIND);
    }

    @Test
    void onlyACumulativeTargetAndAValueWithABaselineShowAPath() {
        assertThat(TargetPath.visible(board.target("kinds-lending", 2030), KindsPlan.indicator("kinds-lending"))
                        .shape())
                .isEqualTo(PathShape.LINEAR);
        assertThat(TargetPath.visible(board.target("kinds-subsidies", 2030), KindsPlan.indicator("kinds-subsidies"))
                        .shape())
                .isEqualTo(PathShape.CUSTOM);
        assertThat(TargetPath.visible(board.target("kinds-output", 2026), KindsPlan.indicator("kinds-output")))
                .isNull();
        assertThat(TargetPath.visible(board.target("kinds-charter", 2030), KindsPlan.indicator("kinds-charter")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"MET,ACHIEVED", "PARTLY,BEHIND", "NOT_MET,OFF_COURSE"})
    void aPersonJudgesAQualitativeTarget(AssessmentOutcome outcome, AttainmentState state) {
        Target target = board.target("kinds-charter", 2030);
        board.said(new TargetAssessment(
                target.id(),
                2027,
                1,
                "KINDS-CITY",
                outcome,
                "sample",
                List.of(),
                "kinds-bureau",
                Instant.EPOCH,
                "test"));

        Assessment said = board.judge("kinds-charter", "2027");
        assertThat(said.judgement().state()).isEqualTo(state);
        assertThat(said.meets(target)).isEqualTo(outcome == AssessmentOutcome.MET);
        assertThat(said.judgement().expected()).isNull();
        assertThat(board.judge("kinds-charter", "2028").judgement().reason()).isEqualTo(Reason.NOT_ASSESSED);
    }
}
