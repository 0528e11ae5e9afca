package org.finplan.tasks.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state with every action, allowed or not, said once more in a table. */
class MilestoneStateTest {

    private static final Map<String, List<String>> ALLOWED = Map.of(
            "planned", List.of("revise", "achieve", "remove"),
            "achieved", List.of("take-back"),
            "removed", List.of());

    @ParameterizedTest
    @EnumSource(MilestoneState.class)
    void everyActionIsAllowedOrNotAsTheTableSays(MilestoneState state) {
        assertThat(MilestoneAction.allowed(state)).isEqualTo(ALLOWED.get(state.code()));
        assertThat(Arrays.stream(MilestoneAction.values())
                        .filter(action -> action.allowedIn(state))
                        .map(MilestoneAction::label))
                .containsExactlyElementsOf(ALLOWED.get(state.code()));
    }
}
