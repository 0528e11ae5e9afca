package org.finplan.risk.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** Who belongs together, without anything around it. */
class GroupClosureTest {

    private static final List<String> KEYS = List.of("A", "B", "C", "D", "E", "F", "G", "H");

    @Test
    void theVersionIsThatOfTheLastChangeOfAMember() {
        GroupClosure closure = GroupClosure.of(List.of(
                new Tie("A", "B", 1, true),
                new Tie("B", "C", 2, false),
                new Tie("D", "E", 3, true),
                new Tie("B", "F", 4, false)));
        assertThat(closure.of("A").members()).containsExactly("A", "B");
        assertThat(closure.version("A")).isEqualTo(4);
        assertThat(closure.version("C")).isEqualTo(2);
        assertThat(closure.version("H")).isZero();
        assertThat(closure.groups())
                .extracting(group -> group.members().first())
                .containsExactly("A", "D");
    }

    @Test
    void theRuleTiesByMoreThanItsShareAndByControl() {
        GroupRule rule = new GroupRules(Optional::empty).rule();
        assertThat(rule.sourceStatus()).isEqualTo("unconfirmed");
        assertThat(rule.ties(Nature.SHARES, new BigDecimal("50"))).isFalse();
        assertThat(rule.ties(Nature.SHARES, new BigDecimal("50.0001"))).isTrue();
        assertThat(rule.ties(Nature.ACTUAL_CONTROL, null)).isTrue();
        GroupRule stricter = new GroupRules(() -> Optional.of(new BigDecimal("25"))).rule();
        assertThat(stricter.ties(Nature.SHARES, new BigDecimal("30"))).isTrue();
    }

    @Property
    @Tag("R10")
    void belongingTogetherIsAnEquivalence(@ForAll("ties") List<Tie> ties) {
        GroupClosure closure = GroupClosure.of(ties);
        ties.stream().filter(Tie::binds).forEach(tie -> assertThat(closure.together(tie.owned(), tie.holder()))
                .isTrue());
        for (String one : KEYS) {
            assertThat(closure.together(one, one)).isTrue();
            assertThat(closure.of(one).members()).contains(one);
            for (String other : KEYS) {
                assertThat(closure.together(one, other)).isEqualTo(closure.together(other, one));
                for (String third : KEYS) {
                    assertThat(closure.together(one, other) && closure.together(other, third))
                            .isEqualTo(closure.together(one, other) && closure.together(one, third));
                }
            }
        }
    }

    @Property
    @Tag("R10")
    void theOrderOfTheLinksDoesNotMatter(@ForAll("ties") List<Tie> ties, @ForAll long seed) {
        List<Tie> shuffled = new ArrayList<>(ties);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(GroupClosure.of(shuffled).groups())
                .isEqualTo(GroupClosure.of(ties).groups());
        KEYS.forEach(key -> assertThat(GroupClosure.of(shuffled).of(key))
                .isEqualTo(GroupClosure.of(ties).of(key)));
    }

    @Provide
    Arbitrary<List<Tie>> ties() {
        return Combinators.combine(
                        Arbitraries.of(KEYS),
                        Arbitraries.of(KEYS),
                        Arbitraries.longs().between(1, 99),
                        Arbitraries.of(true, true, false))
                .as(Tie::new)
                .list()
                .ofMaxSize(10);
    }
}
