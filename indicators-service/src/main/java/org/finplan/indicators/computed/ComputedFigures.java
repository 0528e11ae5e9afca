package org.finplan.indicators.computed;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.NewVersion;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.observation.Source;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.period.Period;

/**
 * Keeps what formulas compute, as versions of the variant {@link ObservationKey#COMPUTED}. Where a delivered figure is
 * there, that one counts, and others are not told of the computed one. What nobody published is not public either.
 */
@ApplicationScoped
class ComputedFigures {

    /** Quality of what a formula computed. */
    private static final String QUALITY = "computed";

    private final Observations observations;
    private final RecordingTime time;

    ComputedFigures(Observations observations, RecordingTime time) {
        this.observations = observations;
        this.time = time;
    }

    /**
     * A computed figure.
     *
     * @param key what it is about, of the computed variant
     * @param period the period
     * @param value the value, or null when there is none any more
     * @param unit unit code
     * @param formula the formula
     * @param name code and version of the formula
     * @param reason why it is computed anew where it was there before
     */
    record Computed(
            ObservationKey key,
            Period period,
            BigDecimal value,
            String unit,
            String formula,
            String name,
            RevisionReason reason) {}

    /**
     * Stores what has changed, in the caller's transaction and under the lock of the series.
     *
     * @param figures what was computed, at most one per key
     * @param current newest versions of these figures and of the delivered ones beside them
     * @return the versions that were stored
     */
    List<NewVersion> store(Collection<Computed> figures, Map<ObservationKey, Observation> current) {
        Instant now = time.now();
        List<NewVersion> stored = new ArrayList<>();
        for (Computed figure : figures) {
            Observation before = current.get(figure.key());
            if (changes(figure, before)) {
                Observation delivered = current.get(figure.key().variant(ObservationKey.MAIN));
                boolean counts = delivered == null || delivered.withdrawn();
                stored.add(new NewVersion(version(figure, before, now), before, counts));
            }
        }
        observations.insert(stored.stream().map(NewVersion::version).toList());
        return stored;
    }

    /** {@return what a formula gives for a series, as it is known now} */
    List<Observation> all(String series) {
        return observations.computed(series).stream()
                .filter(version -> !version.withdrawn())
                .toList();
    }

    /**
     * Takes computed figures back, in the caller's transaction and under the lock of the series.
     *
     * @param figures the newest versions
     * @param reason why
     * @return the withdrawals
     */
    List<NewVersion> withdraw(Collection<Observation> figures, RevisionReason reason) {
        Map<ObservationKey, Observation> current = new HashMap<>();
        figures.forEach(figure -> current.put(figure.key(), figure));
        List<ObservationKey> delivered = figures.stream()
                .map(figure -> figure.key().variant(ObservationKey.MAIN))
                .toList();
        current.putAll(observations.newest(delivered));
        return store(figures.stream().map(figure -> gone(figure, reason)).toList(), current);
    }

    private static Computed gone(Observation figure, RevisionReason reason) {
        return new Computed(
                figure.key(),
                figure.period(),
                null,
                figure.figure().unit(),
                figure.figure().derivation(),
                figure.source().reference(),
                reason);
    }

    private static boolean changes(Computed figure, Observation before) {
        boolean was = before != null && !before.withdrawn();
        if (figure.value() == null || !was) {
            return was || figure.value() != null;
        }
        return figure.value().compareTo(before.figure().value()) != 0;
    }

    private static Observation version(Computed figure, Observation before, Instant now) {
        boolean withdrawn = figure.value() == null;
        Figure value = withdrawn
                ? before.figure()
                : new Figure(
                        figure.value(), figure.unit(), figure.value(), figure.unit(), "eq", null, figure.formula());
        Source source =
                new Source("按公式计算 / computed by formula " + figure.name(), figure.name(), null, List.of(), QUALITY);
        return new Observation(
                before == null ? Identifiers.next() : before.id(),
                before == null ? 1 : before.version() + 1,
                figure.key(),
                figure.period(),
                value,
                ObservationStatus.COMPUTED,
                withdrawn,
                before == null ? null : figure.reason(),
                source,
                null,
                before != null && now.isBefore(before.knownAt()) ? before.knownAt() : now,
                "formula:" + figure.name(),
                Publication.DIRECT);
    }
}
