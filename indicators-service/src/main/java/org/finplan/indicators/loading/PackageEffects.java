package org.finplan.indicators.loading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.indicators.derived.Definition;
import org.finplan.indicators.merge.Change;
import org.finplan.indicators.merge.Change.Effect;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.target.Target;

/**
 * What a version of a plan package does to what is stored.
 *
 * @param targets to targets
 * @param figures to figures
 * @param formulas to formulas
 * @param judgedAnew indicators that are judged otherwise though their targets and figures stay
 */
public record PackageEffects(
        List<Change<Target, Target>> targets,
        List<Change<NewObservation, Observation>> figures,
        List<Change<Definition, Definition>> formulas,
        Set<String> judgedAnew) {

    /** Nothing. */
    static final PackageEffects NONE = new PackageEffects(List.of(), List.of(), List.of(), Set.of());

    /** {@return codes of the series that are written to or judged anew} */
    Set<String> series() {
        return Stream.of(
                        targets.stream()
                                .filter(PackageEffects::writes)
                                .map(change -> either(change).key().indicator()),
                        figures.stream()
                                .filter(PackageEffects::writes)
                                .map(change -> change.said() == null
                                        ? change.stored().key().indicator()
                                        : change.said().key().indicator()),
                        formulas.stream().filter(PackageEffects::writes).map(change -> either(change)
                                .code()),
                        judgedAnew.stream())
                .flatMap(codes -> codes)
                .collect(Collectors.toSet());
    }

    private static <T> T either(Change<T, T> change) {
        return change.said() == null ? change.stored() : change.said();
    }

    private static boolean writes(Change<?, ?> change) {
        return change.effect() != Effect.KEPT;
    }

    /** {@return how much it does, in a line for people} */
    String summary() {
        return "targets " + counts(targets) + ", figures " + counts(figures) + ", formulas " + counts(formulas) + ", "
                + judgedAnew.size() + " indicators judged anew";
    }

    private static String counts(List<? extends Change<?, ?>> changes) {
        return Arrays.stream(Effect.values())
                .map(effect -> count(changes, effect) + " " + effect.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ", "(", ")"));
    }

    /** {@return how many of some changes have an effect} */
    static long count(List<? extends Change<?, ?>> changes, Effect effect) {
        return changes.stream().filter(change -> change.effect() == effect).count();
    }
}
