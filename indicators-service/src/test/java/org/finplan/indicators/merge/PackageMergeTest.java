package org.finplan.indicators.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.finplan.indicators.merge.Change.Effect;
import org.junit.jupiter.api.Test;

class PackageMergeTest {

    /** A thing with a name and a number. */
    private record Thing(int name, int number) {}

    private static final PackageMerge<Integer, Thing, Thing> MERGE =
            new PackageMerge<>(Thing::name, Thing::equals, Thing::equals, thing -> true);

    @Test
    void whatThePackageBroughtFollowsIt() {
        assertThat(changes(List.of(thing(1, 10)), List.of(thing(1, 20)), stored(1, 10, true)))
                .containsExactly(new Change<>(Effect.REVISED, thing(1, 10), thing(1, 20)));
        assertThat(changes(List.of(thing(1, 10)), List.of(), stored(1, 10, true)))
                .containsExactly(new Change<>(Effect.WITHDRAWN, thing(1, 10), null));
        assertThat(changes(List.of(), List.of(thing(1, 10)), Map.of()))
                .containsExactly(new Change<>(Effect.ADDED, null, thing(1, 10)));
    }

    @Test
    void whatSomebodyRevisedSinceIsKeptAndToldWhereThePackageChangesIt() {
        Map<Integer, Stored<Thing>> revised = stored(1, 99, false);

        assertThat(changes(List.of(thing(1, 10)), List.of(thing(1, 20)), revised))
                .containsExactly(new Change<>(Effect.KEPT, thing(1, 99), thing(1, 20)));
        assertThat(changes(List.of(thing(1, 10)), List.of(), revised))
                .containsExactly(new Change<>(Effect.KEPT, thing(1, 99), null));
        assertThat(changes(List.of(thing(1, 10)), List.of(thing(1, 10)), revised))
                .isEmpty();
        assertThat(changes(List.of(thing(1, 10)), List.of(thing(1, 99)), revised))
                .isEmpty();
    }

    @Test
    void whatThePackageSaysAgainComesBackUnlessSomebodyElseTookItBack() {
        Map<Integer, Stored<Thing>> byThePackage = Map.of(1, new Stored<>(thing(1, 10), true, true));
        Map<Integer, Stored<Thing>> bySomebody = Map.of(1, new Stored<>(thing(1, 10), true, false));

        assertThat(changes(List.of(), List.of(thing(1, 10)), byThePackage))
                .extracting(Change::effect)
                .containsExactly(Effect.REVISED);
        assertThat(changes(List.of(), List.of(thing(1, 10)), bySomebody))
                .extracting(Change::effect)
                .containsExactly(Effect.KEPT);
        assertThat(changes(List.of(thing(1, 10)), List.of(), bySomebody)).isEmpty();
    }

    /** From version to version and back again all is as the first says, but what somebody revised meanwhile. */
    @Property(tries = 300)
    void publishingAVersionAgainGivesWhatItSays(
            @ForAll("packages") List<Thing> one,
            @ForAll("packages") List<Thing> other,
            @ForAll("packages") List<Thing> revised) {
        Map<Integer, Stored<Thing>> store = new HashMap<>();
        publish(List.of(), one, store);
        publish(one, other, store);
        publish(other, one, store);
        assertThat(standing(store)).containsExactlyInAnyOrderElementsOf(one);
        assertThat(changes(one, one, store)).isEmpty();

        revised.stream()
                .filter(thing -> store.containsKey(thing.name()))
                .forEach(thing -> store.put(thing.name(), new Stored<>(thing, false, false)));
        Map<Integer, Stored<Thing>> before = Map.copyOf(store);
        publish(one, other, store);
        publish(other, one, store);
        before.forEach((name, thing) -> {
            if (!thing.own()) {
                assertThat(store.get(name)).isEqualTo(thing);
            }
        });
    }

    @Provide
    static Arbitrary<List<Thing>> packages() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(1, 3))
                .as(Thing::new)
                .list()
                .uniqueElements(Thing::name)
                .ofMaxSize(8);
    }

    private static void publish(List<Thing> before, List<Thing> after, Map<Integer, Stored<Thing>> store) {
        for (Change<Thing, Thing> change : changes(before, after, store)) {
            switch (change.effect()) {
                case ADDED, REVISED -> store.put(change.said().name(), new Stored<>(change.said(), false, true));
                case WITHDRAWN -> store.put(change.stored().name(), new Stored<>(change.stored(), true, true));
                case KEPT -> {}
            }
        }
    }

    private static List<Thing> standing(Map<Integer, Stored<Thing>> store) {
        return store.values().stream()
                .filter(thing -> !thing.withdrawn())
                .map(Stored::newest)
                .collect(Collectors.toList());
    }

    private static List<Change<Thing, Thing>> changes(
            List<Thing> before, List<Thing> after, Map<Integer, Stored<Thing>> stored) {
        return MERGE.changes(before, after, stored);
    }

    private static Map<Integer, Stored<Thing>> stored(int name, int number, boolean own) {
        return Map.of(name, new Stored<>(thing(name, number), false, own));
    }

    private static Thing thing(int name, int number) {
        return new Thing(name, number);
    }
}
