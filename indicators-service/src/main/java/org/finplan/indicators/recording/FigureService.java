package org.finplan.indicators.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.database.SeriesLock;
import org.finplan.indicators.observation.NewVersion;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.platform.plan.PlanRegister;

/**
 * Decides what becomes of figures that are reported, released, loaded or withdrawn: in sets, under one lock per series, so
 * that versions follow each other without gaps. What is decided is recorded by {@link FigureRecording}.
 */
@ApplicationScoped
public class FigureService {

    private final Observations observations;
    private final SeriesLock lock;
    private final PlanRegister register;
    private final FigureRecording recording;
    private final RecordingTime time;

    FigureService(
            Observations observations,
            SeriesLock lock,
            PlanRegister register,
            FigureRecording recording,
            RecordingTime time) {
        this.observations = observations;
        this.lock = lock;
        this.register = register;
        this.recording = recording;
        this.time = time;
    }

    /**
     * Stores what a plan package brings, all at once. The caller holds the locks of the series.
     *
     * @param said figures that are new or change, each with its newest version or null
     * @param takenBack newest versions of figures that the package says no more
     * @param by who records them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void bring(List<Brought> said, List<Observation> takenBack, String by) {
        Instant now = time.now();
        List<NewVersion> versions = new ArrayList<>();
        said.forEach(figure -> versions.add(figure.version(notBefore(figure.newest(), now), by)));
        takenBack.forEach(figure -> versions.add(
                new NewVersion(withdrawal(figure, RevisionReason.CORRECTION, null, now, by), figure, true)));
        recording.recordFigures(versions);
    }

    /** Waits for other writers of the same series, and of those whose judgement depends on them. */
    public void lock(Collection<ObservationKey> keys) {
        lockSeries(keys.stream().map(ObservationKey::indicator).collect(Collectors.toSet()));
    }

    /** Waits for other writers of some series, and of those whose judgement depends on them. */
    public void lockSeries(Collection<String> codes) {
        Set<String> series = new TreeSet<>(codes);
        codes.stream()
                .flatMap(code -> register.series().affectedBy(code).stream())
                .forEach(affected -> series.add(affected.definition().code()));
        lock.acquire(series);
    }

    /**
     * Decides without storing anything.
     *
     * @param figures the figures, at most one per key
     * @param by who records them
     * @return an outcome for each, in order
     */
    public List<Outcome> decide(List<NewObservation> figures, String by) {
        Map<ObservationKey, Observation> current =
                observations.newest(figures.stream().map(NewObservation::key).toList());
        Instant now = time.now();
        List<Outcome> outcomes = new ArrayList<>();
        for (NewObservation figure : figures) {
            Observation before = current.get(figure.key());
            outcomes.add(Outcome.of(outcomes.size(), figure, before, notBefore(before, now), by));
        }
        return outcomes;
    }

    /**
     * Publishes figures that waited for a release, in the caller's transaction. What another value took the place of
     * meanwhile is revised, for the reason {@code routine} when its author gave none.
     *
     * @param figures the figures, at most one per key, recorded when they were staged
     * @return how many are new, revised and unchanged, in this order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Published publish(List<Staged> figures) {
        List<ObservationKey> keys =
                figures.stream().map(staged -> staged.figure().key()).toList();
        lock(keys);
        Instant releasedAt = time.now();
        Map<ObservationKey, Observation> current = observations.newest(keys);
        List<Outcome> outcomes = new ArrayList<>();
        for (Staged staged : figures) {
            Observation before = current.get(staged.figure().key());
            NewObservation figure = staged.figure();
            Instant released = before == null || !releasedAt.isBefore(before.knownAt()) ? releasedAt : before.knownAt();
            NewObservation known = figure.published(new Publication(
                    released,
                    figure.publication().release(),
                    figure.publication().audience()));
            outcomes.add(Outcome.of(
                    outcomes.size(),
                    before != null && figure.reason() == null ? known.because(RevisionReason.ROUTINE) : known,
                    before,
                    staged.recordedAt(),
                    staged.recordedBy()));
        }
        record(outcomes);
        return Published.of(outcomes);
    }

    /**
     * Records what the outcomes write.
     *
     * @param outcomes outcomes, decided under the lock of their series
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<Outcome> outcomes) {
        recording.recordFigures(outcomes.stream()
                .filter(Outcome::writes)
                .flatMap(Outcome::versions)
                .toList());
    }

    /**
     * Takes figures back; each withdrawal is a version.
     *
     * @param current newest versions of figures whose series are locked, none of them withdrawn
     * @param reason why
     * @param releasedAt when their source took them back, or null when this does it
     * @param by who withdraws them
     * @return the withdrawals, in the order of the figures
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Observation> withdraw(List<Observation> current, RevisionReason reason, Instant releasedAt, String by) {
        Instant now = time.now();
        List<NewVersion> withdrawals = current.stream()
                .map(figure -> new NewVersion(withdrawal(figure, reason, releasedAt, now, by), figure, true))
                .toList();
        recording.recordFigures(withdrawals);
        return withdrawals.stream().map(NewVersion::version).toList();
    }

    private static Observation withdrawal(
            Observation current, RevisionReason reason, Instant releasedAt, Instant now, String by) {
        return new Observation(
                current.id(),
                current.version() + 1,
                current.key(),
                current.period(),
                current.figure(),
                current.status(),
                true,
                reason,
                current.source(),
                current.note(),
                notBefore(current, now),
                by,
                new Publication(releasedAt, null, current.publication().audience()));
    }

    /** Clocks of two instances may differ; a version is never known before the one that it follows. */
    private static Instant notBefore(Observation current, Instant now) {
        return current != null && now.isBefore(current.knownAt()) ? current.knownAt() : now;
    }
}
