package org.finplan.tasks.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a citation follows from the newest version alone. */
class EvidenceStateTest {

    @ParameterizedTest
    @Tag("T04")
    @CsvSource({
        "1, 0, 1, false, CURRENT",
        "2, 0, 1, false, NOT_SEEN",
        "2, 0, 1, true, NOT_SEEN",
        "1, 0, 2, false, REVISED",
        "1, 0, 2, true, WITHDRAWN",
        "1, 0, 1, true, WITHDRAWN",
        "1, 2, 2, false, CONFIRMED",
        "1, 2, 2, true, CONFIRMED",
        "1, 2, 3, false, REVISED",
        "1, 2, 3, true, WITHDRAWN"
    })
    void followsFromTheNewestVersion(int cited, int confirmed, int version, boolean withdrawn, EvidenceState state) {
        assertThat(EvidenceState.judge(cited, confirmed, new NewestVersion(version, withdrawn)))
                .isEqualTo(state);
    }

    @Test
    @Tag("T04")
    void whatWasNeverToldIsNotTakenForWrong() {
        assertThat(EvidenceState.judge(1, 0, null)).isEqualTo(EvidenceState.NOT_SEEN);
        assertThat(EvidenceState.NOT_SEEN.flagged()).isFalse();
    }

    /** Versions may be told in any order and more than once. Which of them are withdrawals is a fact of the version. */
    @Property
    void neitherTheOrderOfEventsNorARepeatMatters(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 9) Integer> versions,
            @ForAll @IntRange(min = 1, max = 9) int cited,
            @ForAll long seed) {
        Random random = new Random(seed);
        boolean[] withdrawals = new boolean[10];
        IntStream.range(0, withdrawals.length).forEach(i -> withdrawals[i] = random.nextBoolean());
        List<NewestVersion> told = versions.stream()
                .map(version -> new NewestVersion(version, withdrawals[version]))
                .toList();
        List<NewestVersion> shuffled = new ArrayList<>(told);
        shuffled.addAll(told);
        Collections.shuffle(shuffled, random);
        assertThat(EvidenceState.judge(cited, 0, known(shuffled)))
                .isEqualTo(EvidenceState.judge(cited, 0, known(told)));
        int newest = Collections.max(versions);
        assertThat(known(shuffled)).isEqualTo(new NewestVersion(newest, withdrawals[newest]));
    }

    /** Whoever stood by a claim is asked again by every version after that, and by none before. */
    @Property
    void aConfirmationHoldsUntilAStillNewerVersion(
            @ForAll @IntRange(min = 1, max = 9) int cited,
            @ForAll @IntRange(min = 1, max = 9) int confirmed,
            @ForAll @IntRange(min = 0, max = 3) int later,
            @ForAll boolean withdrawn) {
        int seen = Math.max(cited, confirmed);
        EvidenceState state = EvidenceState.judge(cited, seen, new NewestVersion(seen + later, withdrawn));
        assertThat(state.flagged()).isEqualTo(later > 0);
    }

    @Property
    void theGravestStateOfAClaimIsThatOfOneOfItsCitations(
            @ForAll @Size(min = 1, max = 6) List<EvidenceState> states, @ForAll long seed) {
        List<EvidenceState> shuffled = new ArrayList<>(states);
        Collections.shuffle(shuffled, new Random(seed));
        EvidenceState gravest = EvidenceState.gravest(shuffled).orElseThrow();
        assertThat(gravest).isEqualTo(EvidenceState.gravest(states).orElseThrow());
        assertThat(states).contains(gravest).allMatch(state -> state.compareTo(gravest) <= 0);
    }

    private static NewestVersion known(List<NewestVersion> told) {
        return told.stream().reduce(null, NewestVersion::after, (one, other) -> NewestVersion.after(one, other));
    }
}
