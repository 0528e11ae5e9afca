package org.finplan.indicators.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.finplan.indicators.observation.Figure;
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
public class ComputedFigures {

    /** Quality of what a formula computed. */
    public static final String QUALITY = "computed";

    private final Observations observations;
    private final ObservationRecorder recorder;
    private final Clock clock;

    ComputedFigures(Observations observations, ObservationRecorder recorder, Clock clock) {
        this.observations = observations;
        this.recorder = recorder;
        this.clock = clock;
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
     */
    public record Computed(
            ObservationKey key, Period period, BigDecimal value, String unit, String formula, String name) {}

    /**
     * Reads figures in one round trip.
     *
     * @param keys what they are about
     * @param asOf the answer as it was known then
     * @return the newest version of each that is there, withdrawn ones among them
     */
    public Map<ObservationKey, Observation> newest(Collection<ObservationKey> keys, Instant asOf) {
        return observations.newest(keys, asOf);
    }

    /**
     * The figures of some series that are there.
     *
     * @param series series codes
     * @param regions region codes
     * @param asOf the answer as it was known then
     * @return what they are about, of the main variant, computed ones among them
     */
    public List<ObservationKey> places(Collection<String> series, Collection<String> regions, Instant asOf) {
        return observations.keys(series, regions, asOf);
    }

    /**
     * Stores what has changed, in the caller's transaction and under the lock of the series.
     *
     * @param figures what was computed, at most one per key
     * @param current newest versions of these figures and of the delivered ones beside them
     * @param reason why figures that were there before are computed anew
     * @return how many versions were stored
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int store(Collection<Computed> figures, Map<ObservationKey, Observation> current, RevisionReason reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Outcome> outcomes = new ArrayList<>();
        Set<UUID> untold = new HashSet<>();
        for (Computed figure : figures) {
            Observation before = current.get(figure.key());
            if (changes(figure, before)) {
                Observation version = version(figure, before, reason, now);
                outcomes.add(new Outcome(
                        outcomes.size(),
                        before == null ? Outcome.Effect.CREATED : Outcome.Effect.REVISED,
                        version,
                        before));
                Observation delivered = current.get(figure.key().variant(ObservationKey.MAIN));
                if (delivered != null && !delivered.withdrawn()) {
                    untold.add(version.id());
                }
            }
        }
        recorder.store(outcomes, version -> !untold.contains(version.id()));
        return outcomes.size();
    }

    /** {@return what a formula gives for a series, as it is known now} */
    public List<Observation> all(String series) {
        return observations.computed(series).stream()
                .filter(version -> !version.withdrawn())
                .toList();
    }

    /**
     * Takes computed figures back, in the caller's transaction and under the lock of the series.
     *
     * @param figures the newest versions
     * @param reason why
     * @return how many there were
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int withdraw(Collection<Observation> figures, RevisionReason reason) {
        Map<ObservationKey, Observation> current = new HashMap<>();
        figures.forEach(figure -> current.put(figure.key(), figure));
        List<ObservationKey> delivered = figures.stream()
                .map(figure -> figure.key().variant(ObservationKey.MAIN))
                .toList();
        current.putAll(observations.newest(delivered));
        return store(figures.stream().map(ComputedFigures::gone).toList(), current, reason);
    }

    private static Computed gone(Observation figure) {
        return new Computed(
                figure.key(),
                figure.period(),
                null,
                figure.figure().unit(),
                figure.figure().derivation(),
                figure.source().reference());
    }

    private static boolean changes(Computed figure, Observation before) {
        boolean was = before != null && !before.withdrawn();
        if (figure.value() == null || !was) {
            return was || figure.value() != null;
        }
        return figure.value().compareTo(before.figure().value()) != 0;
    }

    private static Observation version(Computed figure, Observation before, RevisionReason reason, Instant now) {
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
                before == null ? null : reason,
                source,
                null,
                before != null && now.isBefore(before.knownAt()) ? before.knownAt() : now,
                "formula:" + figure.name(),
                Publication.DIRECT);
    }
}
