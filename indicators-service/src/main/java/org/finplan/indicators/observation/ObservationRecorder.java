package org.finplan.indicators.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
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
import org.finplan.indicators.database.SeriesLock;
import org.finplan.indicators.plan.Catalogue;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.events.ObservationWithdrawn;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.web.identifier.Identifiers;

/**
 * Decides what becomes of figures and stores them: in sets, under one lock per series, so that versions follow each other
 * without gaps and attainment is judged on what is really there.
 */
@ApplicationScoped
public class ObservationRecorder {

    private final ObservationRepository repository;
    private final SeriesLock lock;
    private final Catalogue catalogue;
    private final Outbox outbox;
    private final Event<ObservationsRecorded> recorded;
    private final Clock clock;

    ObservationRecorder(
            ObservationRepository repository,
            SeriesLock lock,
            Catalogue catalogue,
            Outbox outbox,
            Event<ObservationsRecorded> recorded,
            Clock clock) {
        this.repository = repository;
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
        store(created, Map.of());
        return created.size();
    }

    /** Waits for other writers of the same series, and of those whose judgement depends on them. */
    void lock(Collection<ObservationKey> keys) {
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
    List<Outcome> decide(List<NewObservation> figures, String by) {
        Map<ObservationKey, Observation> current = new HashMap<>();
        repository
                .newest(figures.stream().map(NewObservation::key).toList())
                .forEach(version -> current.put(version.key(), version));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Outcome> outcomes = new ArrayList<>();
        for (NewObservation figure : figures) {
            outcomes.add(decide(outcomes.size(), figure, current.get(figure.key()), now, by));
        }
        return outcomes;
    }

    /** Stores what the outcomes write and tells others. */
    void store(List<Outcome> outcomes) {
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
        store(versions, previous);
    }

    /**
     * Takes a figure back; its withdrawal is a version.
     *
     * @param current the newest version, not withdrawn
     * @param reason why
     * @param by who withdraws it
     * @return the withdrawal
     */
    Observation withdraw(Observation current, RevisionReason reason, String by) {
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
                by);
        repository.insert(List.of(withdrawal));
        outbox.append(new NewEvent(
                new ObservationWithdrawn(
                        withdrawal.id(),
                        withdrawal.key().indicator(),
                        withdrawal.key().region(),
                        withdrawal.period().text(),
                        withdrawal.key().kind().code(),
                        withdrawal.version(),
                        reason.code(),
                        withdrawal.recordedAt()),
                aggregate(withdrawal.key()),
                subject(withdrawal),
                withdrawal.key().region()));
        recorded.fire(new ObservationsRecorded(List.of(withdrawal)));
        return withdrawal;
    }

    private void store(List<Observation> versions, Map<UUID, Observation> previous) {
        if (versions.isEmpty()) {
            return;
        }
        repository.insert(versions);
        for (Observation version : versions) {
            if (version.key().kind() != ObservationKind.TARGET) {
                outbox.append(event(version, previous.get(version.id())));
            }
        }
        recorded.fire(new ObservationsRecorded(versions));
    }

    private static Outcome decide(int index, NewObservation figure, Observation current, Instant now, String by) {
        if (current == null) {
            ObservationStatus status = figure.status() == null ? ObservationStatus.PRELIMINARY : figure.status();
            return new Outcome(
                    index, Outcome.Effect.CREATED, version(figure, Identifiers.next(), 1, status, now, by), null);
        }
        boolean sameStatus = figure.status() == null || figure.status() == current.status();
        boolean same = !current.withdrawn()
                && sameValue(figure.figure().value(), current.figure().value());
        if (same && (sameStatus || figure.reason() == null)) {
            return new Outcome(index, Outcome.Effect.UNCHANGED, current, current);
        }
        if (figure.reason() == null) {
            return new Outcome(index, Outcome.Effect.LACKS_REASON, null, current);
        }
        ObservationStatus status = figure.status() == null ? current.status() : figure.status();
        Observation next = version(figure, current.id(), current.version() + 1, status, notBefore(current, now), by);
        return new Outcome(index, Outcome.Effect.REVISED, next, current);
    }

    private static Observation version(
            NewObservation figure, UUID id, int version, ObservationStatus status, Instant now, String by) {
        return new Observation(
                id,
                version,
                figure.key(),
                figure.period(),
                figure.figure(),
                status,
                false,
                version == 1 ? null : figure.reason(),
                figure.source(),
                figure.note(),
                now,
                by);
    }

    /** Clocks of two instances may differ; a version is never older than the one that it follows. */
    private static Instant notBefore(Observation current, Instant now) {
        return now.isBefore(current.recordedAt()) ? current.recordedAt() : now;
    }

    private static boolean sameValue(BigDecimal one, BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
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
                        version.recordedAt(),
                        null,
                        null),
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
