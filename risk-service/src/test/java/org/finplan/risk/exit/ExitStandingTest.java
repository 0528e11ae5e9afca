package org.finplan.risk.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The process of an exit, without anything around it. */
class ExitStandingTest {

    private static final LocalDate LISTED = LocalDate.of(2026, 1, 5);
    private static final LocalDate NOTICED = LocalDate.of(2026, 1, 12);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 13);

    private record Move(ExitAction action, int daysLater, boolean upheld) {}

    @Test
    void theTermIsSixtyCalendarDaysWithoutTheDayOfTheNotice() {
        ExitStanding noticed = noticed();
        assertThat(noticed.objectionUntil()).isEqualTo(LAST_DAY);
        assertThat(noticed.obstacle(ExitAction.OBJECT, LAST_DAY)).isEmpty();
        assertThat(noticed.obstacle(ExitAction.OBJECT, LAST_DAY.plusDays(1))).contains(ExitObstacle.TERM_PASSED);
        assertThat(noticed.obstacle(ExitAction.CANCEL, LAST_DAY)).contains(ExitObstacle.TERM_RUNS);
        assertThat(noticed.obstacle(ExitAction.CANCEL, LAST_DAY.plusDays(1))).isEmpty();
    }

    @Test
    void anObjectionStandsInTheWayUntilItIsRejectedAndAlwaysOnceItIsUpheld() {
        LocalDate later = LAST_DAY.plusDays(1);
        ExitStanding objected = noticed().after(ExitAction.OBJECT, LAST_DAY, false);
        assertThat(objected.obstacle(ExitAction.CANCEL, later)).contains(ExitObstacle.OBJECTION_OPEN);
        ExitStanding rejected = objected.after(ExitAction.DECIDE_OBJECTION, later, false);
        assertThat(rejected.obstacle(ExitAction.CANCEL, later)).isEmpty();
        assertThat(rejected.obstacle(ExitAction.DECIDE_OBJECTION, later)).contains(ExitObstacle.NO_OBJECTION);
        ExitStanding upheld = objected.after(ExitAction.DECIDE_OBJECTION, later, true);
        assertThat(upheld.allowed(later)).containsExactly(ExitAction.KEEP);
    }

    @Test
    void anObjectionThatCameInTimeIsEnteredAfterLaterSteps() {
        ExitStanding decided = noticed()
                .after(ExitAction.OBJECT, NOTICED.plusDays(1), false)
                .after(ExitAction.DECIDE_OBJECTION, LAST_DAY.plusDays(9), false);
        assertThat(decided.earliest(ExitAction.OBJECT)).isEqualTo(NOTICED);
        assertThat(decided.earliest(ExitAction.CANCEL)).isEqualTo(LAST_DAY.plusDays(9));
        assertThat(decided.after(ExitAction.OBJECT, LAST_DAY, false).lastOn()).isEqualTo(LAST_DAY.plusDays(9));
    }

    /** Which action the states have at all, whatever the day and the objections. */
    @Property
    void everyTransitionIsOneOfTheTable(@ForAll("moves") List<Move> moves) {
        Map<ExitState, Set<ExitAction>> table = Map.of(
                ExitState.LISTED, Set.of(ExitAction.PUBLISH_NOTICE, ExitAction.KEEP),
                ExitState.NOTICED,
                        Set.of(ExitAction.OBJECT, ExitAction.DECIDE_OBJECTION, ExitAction.CANCEL, ExitAction.KEEP),
                ExitState.CANCELLED, Set.of(),
                ExitState.KEPT, Set.of());
        ExitStanding standing = ExitStanding.listed(LISTED, 60);
        int objections = 0;
        boolean upheld = false;
        for (Move move : moves) {
            LocalDate on = standing.lastOn().plusDays(move.daysLater());
            boolean inTable = table.get(standing.state()).contains(move.action());
            assertThat(standing.obstacle(move.action(), on).equals(Optional.of(ExitObstacle.STATE)))
                    .isEqualTo(!inTable);
            if (standing.obstacle(move.action(), on).isPresent()) {
                assertThat(standing.allowed(on)).doesNotContain(move.action());
                continue;
            }
            LocalDate until = standing.objectionUntil();
            standing = standing.after(move.action(), on, move.upheld());
            objections += move.action() == ExitAction.OBJECT ? 1 : 0;
            objections -= move.action() == ExitAction.DECIDE_OBJECTION ? 1 : 0;
            upheld |= move.action() == ExitAction.DECIDE_OBJECTION && move.upheld();
            assertThat(objections).isNotNegative();
            if (move.action() == ExitAction.CANCEL) {
                assertThat(on).isAfter(until);
                assertThat(objections).isZero();
                assertThat(upheld).isFalse();
            }
            assertThat(standing.allowed(on).isEmpty())
                    .isEqualTo(standing.state().isFinal());
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.of(ExitAction.values()),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(true, false))
                .as(Move::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static ExitStanding noticed() {
        return ExitStanding.listed(LISTED, 60).after(ExitAction.PUBLISH_NOTICE, NOTICED, false);
    }
}
