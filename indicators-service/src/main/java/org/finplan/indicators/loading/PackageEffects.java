package org.finplan.indicators.loading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

    private static final int MOST_SENT = 1000;

    /** Nothing. */
    static final PackageEffects NONE = new PackageEffects(List.of(), List.of(), List.of(), Set.of());

    /**
     * What a version of a plan package does, as it is sent.
     *
     * @param targets to targets, at most the first thousand
     * @param figures to figures, at most the first thousand
     * @param formulas to formulas
     * @param judgedAnew indicators that are judged otherwise though their targets and figures stay
     */
    @Schema(name = "PlanEffects")
    public record View(
            List<EffectView> targets, List<EffectView> figures, List<EffectView> formulas, List<String> judgedAnew) {}

    /** {@return the effects as they are sent} */
    public View view() {
        return new View(
                views(targets, EffectView::ofTarget),
                views(figures, EffectView::ofFigure),
                views(formulas, EffectView::ofFormula),
                judgedAnew.stream().sorted().toList());
    }

    private static <T> List<EffectView> views(List<T> changes, Function<T, EffectView> view) {
        return changes.stream().limit(MOST_SENT).map(view).toList();
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
