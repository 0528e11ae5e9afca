package org.finplan.risk.alert.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.risk.rule.Level;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The life cycle against a table written down by hand from the plan's closed loop (ch4.s9.2), not from the code. A cell is
 * the state after the move, {@code 409} for a move that the state does not allow, {@code 422} for one that waits for
 * feedback. Columns: acknowledge, order-disposal, record-feedback, start-monitoring, close.
 */
class LifeCycleTest {

    private static final String TABLE = """
            state        feedback cause   ACK          ORDER     FEEDBACK  MONITOR    CLOSE
            RAISED       no       present ACKNOWLEDGED 409       409       409        422
            RAISED       no       gone    ACKNOWLEDGED 409       409       409        422
            RAISED       yes      present ACKNOWLEDGED 409       409       409        409
            RAISED       yes      gone    ACKNOWLEDGED 409       409       409        409
            ACKNOWLEDGED no       present 409          DISPOSING 409       409        422
            ACKNOWLEDGED no       gone    409          DISPOSING 409       409        422
            ACKNOWLEDGED yes      present 409          DISPOSING 409       409        409
            ACKNOWLEDGED yes      gone    409          DISPOSING 409       409        CLOSED
            DISPOSING    no       present 409          409       DISPOSING 422        422
            DISPOSING    no       gone    409          409       DISPOSING 422        422
            DISPOSING    yes      present 409          409       DISPOSING MONITORING 409
            DISPOSING    yes      gone    409          409       DISPOSING MONITORING CLOSED
            MONITORING   no       present 409          409       409       409        422
            MONITORING   no       gone    409          409       409       409        422
            MONITORING   yes      present 409          409       409       409        CLOSED
            MONITORING   yes      gone    409          409       409       409        CLOSED
            CLOSED       no       present 409          409       409       409        409
            CLOSED       no       gone    409          409       409       409        409
            CLOSED       yes      present 409          409       409       409        409
            CLOSED       yes      gone    409          409       409       409        409
            """;

    private static final Map<String, AlertAction> COLUMNS = Map.of(
            "ACK", AlertAction.ACKNOWLEDGE,
            "ORDER", AlertAction.ORDER_DISPOSAL,
            "FEEDBACK", AlertAction.RECORD_FEEDBACK,
            "MONITOR", AlertAction.START_MONITORING,
            "CLOSE", AlertAction.CLOSE);

    static Stream<Arguments> cells() {
        List<String[]> rows =
                TABLE.lines().map(line -> line.trim().split("\\s+")).toList();
        String[] head = rows.get(0);
        return rows.stream().skip(1).flatMap(row -> Stream.of(3, 4, 5, 6, 7)
                .map(column -> Arguments.of(
                        situation(AlertState.valueOf(row[0]), row[1].equals("yes"), row[2].equals("gone")),
                        COLUMNS.get(head[column]),
                        row[column])));
    }

    @ParameterizedTest
    @Tag("R01")
    @Tag("R03")
    @MethodSource("cells")
    void everyMoveIsAsTheTableSays(AlertSituation situation, AlertAction action, String expected) {
        assertThat(said(LifeCycle.move(situation, action))).isEqualTo(expected);
    }

    @Test
    @Tag("R01")
    void theTableHasEverySituationAndEveryMove() {
        assertThat(cells().map(cell -> List.of(cell.get()[0], cell.get()[1])))
                .doesNotHaveDuplicates()
                .hasSize(5 * 2 * 2 * 5);
    }

    @Property
    @net.jqwik.api.Tag("R01")
    void aRefusedMoveNamesExactlyTheMovesThatAreAllowed(
            @ForAll AlertState state, @ForAll boolean feedback, @ForAll boolean causeGone, @ForAll AlertAction action) {
        AlertSituation situation = situation(state, feedback, causeGone);
        if (LifeCycle.move(situation, action) instanceof Transition.NotAllowed refused) {
            assertThat(refused.allowed()).doesNotContain(action).isEqualTo(LifeCycle.allowed(situation));
        }
        AlertSituation withFeedback = situation(state, true, causeGone);
        assertThat(LifeCycle.allowed(situation)).allSatisfy(allowed -> assertThat(LifeCycle.move(withFeedback, allowed))
                .isInstanceOf(Transition.Moved.class));
    }

    @Property
    @net.jqwik.api.Tag("R01")
    @net.jqwik.api.Tag("R03")
    void noWalkEndsTheLoopWithoutFeedbackOrLeavesAClosedAlert(@ForAll List<AlertAction> walk, @ForAll boolean gone) {
        AlertState state = AlertState.RAISED;
        boolean feedback = false;
        for (AlertAction action : walk) {
            AlertState before = state;
            if (LifeCycle.move(situation(state, feedback, gone), action) instanceof Transition.Moved moved) {
                state = moved.to();
                feedback |= action == AlertAction.RECORD_FEEDBACK;
            }
            assertThat(state).as("a person never moves an alert back").isGreaterThanOrEqualTo(before);
        }
        if (state == AlertState.CLOSED || state == AlertState.MONITORING) {
            assertThat(feedback).isTrue();
        }
    }

    @Test
    @Tag("R01")
    void theStagesAreThoseOfThePlan() {
        assertThat(Arrays.stream(AlertState.values()).map(AlertState::stage))
                .containsExactly("monitor_warn", "monitor_warn", "handle_feedback", "continued_monitoring", null);
    }

    /** No move of a person depends on the level. */
    private static AlertSituation situation(AlertState state, boolean feedback, boolean causeGone) {
        return new AlertSituation(state, Level.YELLOW, feedback, causeGone);
    }

    private static String said(Transition transition) {
        if (transition instanceof Transition.Moved moved) {
            return moved.to().name();
        }
        return transition instanceof Transition.FeedbackMissing ? "422" : "409";
    }
}
