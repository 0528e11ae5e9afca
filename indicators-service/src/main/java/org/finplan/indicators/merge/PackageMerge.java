package org.finplan.indicators.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.finplan.indicators.merge.Change.Effect;

/**
 * Decides what a version of a package does. What the package itself brought follows the package. What somebody else has
 * revised since stays, and that is told where the package would have changed it. Plain Java.
 *
 * @param key what names a thing
 * @param same whether two versions of a package say the same of it
 * @param says whether what is stored says what the package says
 * @param open whether a thing that the package says no more is taken back; what belongs to a series that the package has
 *     no more stands still instead
 * @param <K> what names a thing
 * @param <P> what a package says
 * @param <S> what is stored
 */
public record PackageMerge<K, P, S>(
        Function<P, K> key, BiPredicate<P, P> same, BiPredicate<P, S> says, Predicate<P> open) {

    /**
     * Decides.
     *
     * @param before what the version in force says, nothing when there was none or it is not known
     * @param after what the new version says
     * @param stored what is stored, by name
     * @return what changes and what is kept, in the order of the new version; what stays as it is is left out
     */
    public List<Change<P, S>> changes(List<P> before, List<P> after, Map<K, Stored<S>> stored) {
        Map<K, P> said = byKey(before);
        List<Change<P, S>> changes = new ArrayList<>();
        Map<K, P> saying = byKey(after);
        saying.forEach((name, now) -> {
            Effect effect = effect(said.get(name), now, stored.get(name));
            if (effect != null) {
                changes.add(new Change<>(effect, newest(stored.get(name)), now));
            }
        });
        said.forEach((name, was) -> {
            Stored<S> there = stored.get(name);
            if (!saying.containsKey(name) && open.test(was) && there != null && !there.withdrawn()) {
                changes.add(new Change<>(there.own() ? Effect.WITHDRAWN : Effect.KEPT, there.newest(), null));
            }
        });
        return changes;
    }

    private Effect effect(P was, P now, Stored<S> there) {
        if (there == null) {
            return Effect.ADDED;
        }
        if (!there.withdrawn() && says.test(now, there.newest())) {
            return null;
        }
        if (there.own()) {
            return Effect.REVISED;
        }
        return was != null && same.test(was, now) ? null : Effect.KEPT;
    }

    private static <S> S newest(Stored<S> stored) {
        return stored == null ? null : stored.newest();
    }

    private Map<K, P> byKey(List<P> said) {
        return said.stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(key, thing -> thing, (first, second) -> first, LinkedHashMap::new));
    }
}
