package org.finplan.indicators.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.finplan.indicators.database.SeriesLock;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.plan.Catalogue;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.events.ObservationWithdrawn;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;

/**
 * Decides what becomes of figures and stores them: in sets, under one lock per series, so that versions follow each other
 * without gaps and attainment is judged on what is really there.
 */
@ApplicationScoped
public class ObservationRecorder {

    private final Observations observations;
    private final SeriesLock lock;
    private final Catalogue catalogue;
    private final Outbox outbox;
    private final Event<ObservationsRecorded> recorded;
    private final Clock clock;

    ObservationRecorder(
            Observations observations,
            SeriesLock lock,
            Catalogue catalogue,
            Outbox outbox,
            Event<ObservationsRecorded> recorded,
            Clock clock) {
        this.observations = observations;
        this.lock = lock;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.recorded = recorded;
        this.clock = clock;
    }

    /**
     * Stores the figures of a plan package that are not there yet; what is there stays as it is.
     *
     * @param figures the figures, at most one per key
     * @param by who records them
     * @return how many were stored
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int addMissing(List<NewObservation> figures, String by) {
        lock(figures.stream().map(NewObservation::key).toList());
        List<Observation> created = decide(figures, by).stream()
                .filter(outcome -> outcome.effect() == Outcome.Effect.CREATED)
                .map(Outcome::version)
                .toList();
        store(created, Map.of(), version -> true);
        return created.size();
    }

    /** Waits for other writers of the same series, and of those whose judgement depends on them. */
    public void lock(Collection<ObservationKey> keys) {
        Set<String> series = new TreeSet<>();
        for (ObservationKey key : keys) {
            if (series.add(key.indicator())) {
                catalogue
                        .affectedBy(key.indicator())
                        .forEach(affected -> series.add(affected.definition().code()));
            }
        }
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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
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
     * @param releasedAt now
     * @return how many are new, revised and unchanged, in this order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Published publish(List<Staged> figures, Instant releasedAt) {
        List<ObservationKey> keys =
                figures.stream().map(staged -> staged.figure().key()).toList();
        lock(keys);
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
        store(outcomes);
        return Published.of(outcomes);
    }

    /** Stores what the outcomes write and tells others. */
    public void store(List<Outcome> outcomes) {
        store(outcomes, version -> true);
    }

    /** Stores what the outcomes write and tells others of the versions that count. */
    void store(List<Outcome> outcomes, Predicate<Observation> counts) {
        List<Observation> versions = new ArrayList<>();
        Map<UUID, Observation> previous = new HashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome.writes()) {
                versions.add(outcome.version());
                if (outcome.previous() != null) {
                    previous.put(outcome.version().id(), outcome.previous());
                }
            }
        }
        store(versions, previous, counts);
    }

    /**
     * Takes a figure back; its withdrawal is a version.
     *
     * @param current the newest version, not withdrawn
     * @param reason why
     * @param by who withdraws it
     * @return the withdrawal
     */
    public Observation withdraw(Observation current, RevisionReason reason, String by) {
        Observation withdrawal = new Observation(
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
                notBefore(current, clock.instant().truncatedTo(ChronoUnit.MICROS)),
                by,
                new Publication(null, null, current.publication().audience()));
        observations.insert(List.of(withdrawal));
        outbox.append(withdrawal(withdrawal));
        recorded.fire(new ObservationsRecorded(List.of(withdrawal)));
        tellWhatCountsAgain(withdrawal.key());
        return withdrawal;
    }

    /** A computed figure that nobody was told of, or no longer, because a delivered one counted, is the one that counts now. */
    private void tellWhatCountsAgain(ObservationKey withdrawn) {
        if (withdrawn.variant().equals(ObservationKey.MAIN)) {
            observations.newest(List.of(withdrawn.variant(ObservationKey.COMPUTED))).values().stream()
                    .filter(computed -> !computed.withdrawn())
                    .forEach(computed -> outbox.append(event(computed, null)));
        }
    }

    private void store(List<Observation> versions, Map<UUID, Observation> previous, Predicate<Observation> counts) {
        if (versions.isEmpty()) {
            return;
        }
        observations.insert(versions);
        for (Observation version : versions) {
            if (version.key().kind() != ObservationKind.TARGET && counts.test(version)) {
                outbox.append(version.withdrawn() ? withdrawal(version) : event(version, previous.get(version.id())));
            }
        }
        recorded.fire(new ObservationsRecorded(versions));
    }

    /** Clocks of two instances may differ; a version is never known before the one that it follows. */
    private static Instant notBefore(Observation current, Instant now) {
        return current != null && now.isBefore(current.knownAt()) ? current.knownAt() : now;
    }

    private static NewEvent withdrawal(Observation version) {
        return new NewEvent(
                new ObservationWithdrawn(
                        version.id(),
                        version.key().indicator(),
                        version.key().region(),
                        version.period().text(),
                        version.key().kind().code(),
                        version.version(),
                        version.reason().code(),
                        version.recordedAt()),
                aggregate(version.key()),
                subject(version),
                version.key().region());
    }

    private static NewEvent event(Observation version, Observation previous) {
        ObservationKey key = version.key();
        return new NewEvent(
                new ObservationRecorded(
                        version.id(),
                        key.indicator(),
                        key.region(),
                        version.period().text(),
                        key.kind().code(),
                        version.figure().value(),
                        version.figure().unit(),
                        version.status().code(),
                        version.version(),
                        previous == null ? null : previous.figure().value(),
                        version.reason() == null ? null : version.reason().code(),
                        version.source().title(),
                        version.source().quality(),
                        version.recordedAt(),
                        version.releasedAt(),
                        version.publication().release(),
                        version.publication().audience().code(),
                        key.variant().equals(ObservationKey.COMPUTED)
                                ? version.source().reference()
                                : null),
                aggregate(key),
                subject(version),
                key.region());
    }

    private static String aggregate(ObservationKey key) {
        return "observation/" + key.indicator() + "/" + key.region() + "/"
                + key.kind().code();
    }

    private static String subject(Observation version) {
        return "/api/v1/observations/" + version.id();
    }
}
