package org.finplan.tasks.supervision.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void whatIsTakenOffIsShown() {
        Score score = Score.of(3, 1, 2);
        assertThat(score.lines())
                .containsExactly(
                        new Score.Line("overdueDays", 3, -2, -40, -6),
                        new Score.Line("returns", 1, -10, -30, -10),
                        new Score.Line("escalations", 2, -5, -30, -10));
        assertThat(score.total()).isEqualTo(74);
        assertThat(score.onTime()).isFalse();
    }

    @Test
    void nobodyFallsBelowNothingAndInTimeIsAllOfIt() {
        assertThat(Score.of(0, 0, 0).total()).isEqualTo(100);
        assertThat(Score.of(0, 0, 0).onTime()).isTrue();
        assertThat(Score.of(100, 100, 100).total()).isZero();
    }
}
