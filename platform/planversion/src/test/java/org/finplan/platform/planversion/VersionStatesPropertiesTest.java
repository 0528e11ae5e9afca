package org.finplan.platform.planversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.finplan.platform.planversion.PackageVersionState.Move;

/** Programs that were told the same end with the same version, in whatever order and how often they were told. */
class VersionStatesPropertiesTest {

    private record Told(int version, Move move) {}

    @Property(tries = 500)
    void whoeverWasToldTheSameEndsTheSame(
            @ForAll @Size(min = 1, max = 8) List<Boolean> enforced,
            @ForAll @IntRange(min = 2, max = 5) int programs,
            @ForAll long seed) {
        List<Told> decisions = new ArrayList<>();
        for (int i = 0; i < enforced.size(); i++) {
            decisions.add(new Told(i + 1, enforced.get(i) ? Move.ENFORCE : Move.ABANDON));
        }
        Random random = new Random(seed);

        for (int program = 0; program < programs; program++) {
            assertThat(end(decisions, random)).isEqualTo(expected(enforced));
        }
    }

    /** Some come twice or three times, in any order. */
    private static Map<Integer, PackageVersionState> end(List<Told> decisions, Random random) {
        List<Told> heard = new ArrayList<>(decisions);
        decisions.forEach(told -> heard.addAll(Collections.nCopies(random.nextInt(3), told)));
        Collections.shuffle(heard, random);
        Map<Integer, PackageVersionState> published = new TreeMap<>();
        decisions.forEach(told -> published.put(told.version(), PackageVersionState.PREPARING));
        VersionStates states = new VersionStates(published);
        for (Told told : heard) {
            states = states.after(told.version(), told.move());
            assertThat(Collections.frequency(states.byVersion().values(), PackageVersionState.IN_FORCE))
                    .as("one version is in force at most")
                    .isLessThanOrEqualTo(1);
        }
        return states.byVersion();
    }

    private static Map<Integer, PackageVersionState> expected(List<Boolean> enforced) {
        Map<Integer, PackageVersionState> expected = new TreeMap<>();
        int newest = enforced.lastIndexOf(true) + 1;
        for (int version = 1; version <= enforced.size(); version++) {
            PackageVersionState old =
                    enforced.get(version - 1) ? PackageVersionState.SUPERSEDED : PackageVersionState.ABANDONED;
            expected.put(version, version == newest ? PackageVersionState.IN_FORCE : old);
        }
        return expected;
    }
}
