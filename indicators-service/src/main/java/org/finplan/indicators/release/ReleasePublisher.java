package org.finplan.indicators.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.recording.FigureService;
import org.finplan.indicators.recording.Published;
import org.finplan.platform.events.ReleasePublished;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.web.audit.AuditTrail;

/**
 * Publishes releases whose time has come: records their figures, judges and tells them, all in one transaction. Of several
 * instances the one that gets the lock does it; the key of the table of ends keeps a second one out for good.
 */
@ApplicationScoped
class ReleasePublisher {

    private static final String SYSTEM = "system";

    private final ReleaseRepository releases;
    private final StagedRepository staged;
    private final FigureService figures;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final RecordingTime time;
    private final Clock clock;

    ReleasePublisher(
            ReleaseRepository releases,
            StagedRepository staged,
            FigureService figures,
            Outbox outbox,
            AuditTrail audit,
            RecordingTime time,
            Clock clock) {
        this.releases = releases;
        this.staged = staged;
        this.figures = figures;
        this.outbox = outbox;
        this.audit = audit;
        this.time = time;
        this.clock = clock;
    }

    /** {@return releases whose time has come, earliest first} */
    List<UUID> due() {
        return releases.due(clock.instant());
    }

    /**
     * Publishes a release, unless another instance does or did.
     *
     * @param id id of a release whose time has come
     * @return what publishing did; empty when there was nothing to do
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Published> publish(UUID id) {
        if (!releases.tryLock(id)) {
            return Optional.empty();
        }
        Release release = releases.staged(id).orElse(null);
        if (release == null || release.releaseAt().isAfter(clock.instant())) {
            return Optional.empty();
        }
        Published published = figures.publish(staged.staged(id, ReleaseReader.publication(release)));
        Instant now = time.now();
        releases.end(id, true, new Release.End(now, SYSTEM, published));
        outbox.append(new NewEvent(
                new ReleasePublished(
                        id,
                        release.title(),
                        release.audience().code(),
                        release.releaseAt(),
                        now,
                        published.created(),
                        published.revised(),
                        published.unchanged()),
                "release/" + id,
                ReleaseService.path(id),
                release.city()));
        audit.record("release.publish", ReleaseService.path(id), release.city(), release.title());
        return Optional.of(published);
    }
}
