package org.finplan.platform.planversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.planversion.PackageVersionState.ABANDONED;
import static org.finplan.platform.planversion.PackageVersionState.IN_FORCE;
import static org.finplan.platform.planversion.PackageVersionState.PREPARING;
import static org.finplan.platform.planversion.PackageVersionState.SUPERSEDED;

import java.util.Map;
import java.util.Optional;
import org.finplan.platform.planversion.PackageVersionState.Move;
import org.junit.jupiter.api.Test;

/** All moves of a version, and all that are none. */
class PackageVersionStateTest {

    private static final Map<PackageVersionState, Map<Move, PackageVersionState>> MOVES = Map.of(
            PREPARING, Map.of(Move.ENFORCE, IN_FORCE, Move.ABANDON, ABANDONED, Move.SUPERSEDE, SUPERSEDED),
            IN_FORCE, Map.of(Move.SUPERSEDE, SUPERSEDED),
            SUPERSEDED, Map.of(),
            ABANDONED, Map.of());

    @Test
    void everyMoveLeadsWhereItShouldAndEveryOtherOneNowhere() {
        for (PackageVersionState state : PackageVersionState.values()) {
            for (Move move : Move.values()) {
                assertThat(state.after(move))
                        .as(state + " " + move)
                        .isEqualTo(Optional.ofNullable(MOVES.get(state).get(move)));
            }
        }
    }

    @Test
    void aStateIsReadAsItIsWritten() {
        for (PackageVersionState state : PackageVersionState.values()) {
            assertThat(PackageVersionState.of(state.code())).isEqualTo(state);
        }
        assertThat(IN_FORCE.code()).isEqualTo("in-force");
    }
}
