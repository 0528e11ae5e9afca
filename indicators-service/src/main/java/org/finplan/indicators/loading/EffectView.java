package org.finplan.indicators.loading;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.derived.Definition;
import org.finplan.indicators.merge.Change;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;

/**
 * What a version of a plan package does to a target, a figure or a formula.
 *
 * @param effect added, revised, withdrawn, or kept as somebody else has revised it
 * @param series indicator or series code
 * @param region region code; absent for a formula
 * @param period the period or year that it is about; absent for a formula
 * @param before what is stored; absent when nothing is
 * @param after what the package says; absent when it says nothing any more
 */
@Schema(name = "PlanEffect")
public record EffectView(
        String effect,
        String series,
        @Nullable String region,
        @Nullable String period,
        @Nullable String before,
        @Nullable String after) {

    static EffectView ofTarget(Change<Target, Target> change) {
        TargetKey key = (change.said() == null ? change.stored() : change.said()).key();
        return new EffectView(
                effect(change),
                key.indicator(),
                key.region(),
                String.valueOf(key.year()),
                text(change.stored()),
                text(change.said()));
    }

    static EffectView ofFigure(Change<NewObservation, Observation> change) {
        ObservationKey key =
                change.said() == null ? change.stored().key() : change.said().key();
        String period = change.said() == null
                ? change.stored().period().text()
                : change.said().period().text();
        return new EffectView(
                effect(change),
                key.indicator(),
                key.region(),
                period,
                change.stored() == null ? null : text(change.stored().figure()),
                change.said() == null ? null : text(change.said().figure()));
    }

    static EffectView ofFormula(Change<Definition, Definition> change) {
        Definition stored = change.stored();
        Definition said = change.said();
        return new EffectView(
                effect(change),
                (said == null ? stored : said).code(),
                null,
                null,
                stored == null ? null : stored.formula(),
                said == null ? null : said.formula());
    }

    private static String effect(Change<?, ?> change) {
        return change.effect().name().toLowerCase(Locale.ROOT);
    }

    private static String text(Target target) {
        return target == null
                ? null
                : joined(target.comparator().code(), plain(target.value()), plain(target.upper()), target.unit());
    }

    private static String text(Figure figure) {
        return joined(plain(figure.value()), figure.unit());
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(" "));
    }
}
