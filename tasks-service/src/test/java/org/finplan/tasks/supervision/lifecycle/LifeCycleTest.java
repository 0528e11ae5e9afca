package org.finplan.tasks.supervision.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every move, allowed or not, said once more in a table. */
class LifeCycleTest {

    /** What is possible by state: when nothing is open, and what changes with what is open. */
    private static final Map<String, String> QUIET = Map.of(
            "registered", "assign",
            "assigned", "assign acknowledge urge request-extension",
            "acknowledged", "reply urge suspend request-extension",
            "answered", "verify",
            "verified", "close",
            "closed", "score",
            "scored", "");

    private static final Map<String, String> STANDS = Map.of(
            "registered", "assign resume",
            "assigned", "assign acknowledge resume request-extension",
            "acknowledged", "resume request-extension",
            "answered", "verify resume",
            "verified", "close resume",
            "closed", "score",
            "scored", "");

    private static final Map<String, String> EXTENSION_ASKED = Map.of(
            "registered", "assign decide-extension",
            "assigned", "assign acknowledge urge decide-extension",
            "acknowledged", "reply urge suspend decide-extension",
            "answered", "verify decide-extension",
            "verified", "decide-extension",
            "closed", "score",
            "scored", "");

    static List<SupervisionState> states() {
        return List.of(SupervisionState.values());
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyMoveIsAllowedOrNotAsTheTableSays(SupervisionState state) {
        assertThat(allowed(new Situation(state, false, false, false))).isEqualTo(moves(QUIET.get(state.code())));
        assertThat(allowed(new Situation(state, true, false, false))).isEqualTo(moves(STANDS.get(state.code())));
        assertThat(allowed(new Situation(state, false, false, true)))
                .isEqualTo(moves(EXTENSION_ASKED.get(state.code())));
    }

    @Test
    void aQuestionForAPauseIsDecidedOrTakenBackAndNotAskedTwice() {
        assertThat(allowed(new Situation(SupervisionState.ACKNOWLEDGED, false, true, false)))
                .isEqualTo(moves("reply urge decide-suspension resume request-extension"));
    }

    @ParameterizedTest
    @EnumSource(SupervisionMove.class)
    void whatIsAllowedIsWhatIsListed(SupervisionMove move) {
        for (Situation situation : situations()) {
            assertThat(LifeCycle.allowed(situation).contains(move)).isEqualTo(LifeCycle.allows(situation, move));
        }
    }

    @Test
    void theMovesLeadToTheScoreAndAReturnLeadsBack() {
        Map<String, String> after = new TreeMap<>();
        for (SupervisionMove move : SupervisionMove.values()) {
            after.put(
                    move.code(),
                    LifeCycle.after(SupervisionState.ACKNOWLEDGED, move, true).code());
        }
        assertThat(after)
                .containsEntry("assign", "assigned")
                .containsEntry("acknowledge", "acknowledged")
                .containsEntry("reply", "answered")
                .containsEntry("verify", "verified")
                .containsEntry("close", "closed")
                .containsEntry("score", "scored");
        assertThat(after.entrySet().stream()
                        .filter(each -> each.getValue().equals("acknowledged"))
                        .map(Map.Entry::getKey))
                .as("these leave the state as it is")
                .containsExactly(
                        "acknowledge",
                        "decide-extension",
                        "decide-suspension",
                        "request-extension",
                        "resume",
                        "suspend",
                        "urge");
        assertThat(LifeCycle.after(SupervisionState.ANSWERED, SupervisionMove.VERIFY, false))
                .isEqualTo(SupervisionState.ACKNOWLEDGED);
    }

    /** Nothing ends in a place from where the score cannot be reached, whatever was asked on the way. */
    @Test
    void theScoreIsReachedFromEverywhere() {
        for (Situation situation : situations()) {
            boolean possible =
                    situation.state().isOpen() || (!situation.suspensionAsked() && !situation.extensionAsked());
            if (possible && situation.state() != SupervisionState.SCORED) {
                assertThat(LifeCycle.allowed(situation))
                        .as(situation.toString())
                        .isNotEmpty();
            }
        }
    }

    private static List<Situation> situations() {
        List<Situation> all = new ArrayList<>();
        for (SupervisionState state : SupervisionState.values()) {
            for (int bits = 0; bits < 8; bits++) {
                all.add(new Situation(state, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0));
            }
        }
        return all;
    }

    private static Set<String> allowed(Situation situation) {
        return LifeCycle.allowed(situation).stream()
                .map(SupervisionMove::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> moves(String names) {
        return Arrays.stream(names.split(" "))
                .flatMap(name -> name.isEmpty() ? Stream.empty() : Stream.of(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
