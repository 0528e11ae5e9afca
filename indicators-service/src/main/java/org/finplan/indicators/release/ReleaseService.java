package org.finplan.indicators.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.observation.Audience;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.recording.FigureService;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.recording.Published;
import org.finplan.indicators.recording.Staged;
import org.finplan.indicators.reporting.PastRelease;
import org.finplan.indicators.reporting.PastReleases;
import org.finplan.indicators.reporting.Staging;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/**
 * Announces releases, takes figures for them, calls them off and brings back what they brought; keeps those that were published
 * before the suite knew of them.
 */
@ApplicationScoped
class ReleaseService implements Staging, PastReleases {

    /** Most figures of a release: publishing them is one transaction. */
    static final int MOST_FIGURES = 20_000;

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_AUTHORS = 50;

    private final ReleaseRepository releases;
    private final StagedRepository staged;
    private final ReleaseReader reader;
    private final FigureService figures;
    private final ClosedPlans closed;
    private final Caller caller;
    private final RegionScope scope;
    private final AuditTrail audit;
    private final RecordingTime time;
    private final Clock clock;

    ReleaseService(
            ReleaseRepository releases,
            StagedRepository staged,
            ReleaseReader reader,
            FigureService figures,
            ClosedPlans closed,
            Caller caller,
            RegionScope scope,
            AuditTrail audit,
            RecordingTime time,
            Clock clock) {
        this.releases = releases;
        this.staged = staged;
        this.reader = reader;
        this.figures = figures;
        this.closed = closed;
        this.caller = caller;
        this.scope = scope;
        this.audit = audit;
        this.time = time;
        this.clock = clock;
    }

    /** Announces a release. */
    @Transactional
    Release announce(ReleaseRequest request) {
        if (request == null) {
            throw ProblemException.at(ReleaseError.FIELD_INVALID, "/", null, List.of());
        }
        Audience audience = Optional.ofNullable(request.audience())
                .flatMap(Audience::find)
                .orElseThrow(() -> ProblemException.at(
                        ReleaseError.UNKNOWN_AUDIENCE, "/audience", request.audience(), Audience.codes()));
        List<String> others = request.authors() == null ? List.of() : request.authors();
        if (others.size() > MOST_AUTHORS || others.stream().anyMatch(author -> author == null || author.isBlank())) {
            throw ProblemException.at(
                    ReleaseError.FIELD_INVALID,
                    "/authors",
                    Integer.toString(others.size()),
                    List.of("0.." + MOST_AUTHORS));
        }
        return announce(request.title(), request.releaseAt(), audience, others, null);
    }

    private Release announce(String title, Instant at, Audience audience, List<String> others, UUID restores) {
        if (title == null || title.isBlank() || title.length() > LONGEST_TITLE || title.indexOf('\0') >= 0) {
            throw ProblemException.at(ReleaseError.FIELD_INVALID, "/title", title, List.of("1.." + LONGEST_TITLE));
        }
        Instant now = now();
        if (at == null || !at.isAfter(now)) {
            throw ProblemException.at(
                    at == null ? ReleaseError.FIELD_INVALID : ReleaseError.IN_PAST,
                    "/releaseAt",
                    at == null ? null : at.toString(),
                    List.of("> " + now));
        }
        List<String> authors = Stream.concat(Stream.of(caller.subject()), others.stream())
                .distinct()
                .toList();
        Release release = new Release(
                Identifiers.next(),
                title,
                audience,
                at.truncatedTo(ChronoUnit.MICROS),
                authors,
                restores,
                scope.city().orElse(null),
                null,
                now,
                caller.subject(),
                ReleaseState.STAGED,
                0,
                null);
        releases.insert(release);
        audit.record("release.announce", path(release.id()), null, title);
        return release;
    }

    /** Calls a release off. */
    @Transactional
    Release cancel(UUID id) {
        releases.lock(id);
        Release release = reader.get(id);
        if (!isOpen(release) || !reader.isAuthor(release)) {
            throw notStaged(release, null);
        }
        releases.end(id, false, new Release.End(now(), caller.subject(), new Published(0, 0, 0)));
        audit.record("release.cancel", path(id), null, release.title());
        return reader.get(id);
    }

    /** Brings all figures of a published release back as a new release, those among them that changed nothing then. */
    @Transactional
    Release restore(UUID id, ReleaseRequest.Restoration request) {
        Release former = reader.get(id);
        if (former.state() == ReleaseState.STAGED || former.state() == ReleaseState.CANCELLED) {
            throw ProblemException.at(
                    ReleaseError.NOT_PUBLISHED,
                    "path:id",
                    former.state().code(),
                    List.of(ReleaseState.RELEASED.code(), ReleaseState.SUPERSEDED.code()));
        }
        String sent = request == null ? null : request.reason();
        RevisionReason reason = Optional.ofNullable(sent)
                .flatMap(RevisionReason::find)
                .orElseThrow(() ->
                        ProblemException.at(ReleaseError.REASON_REQUIRED, "/reason", sent, RevisionReason.codes()));
        List<NewObservation> restored = staged.staged(id, ReleaseReader.publication(former)).stream()
                .map(Staged::figure)
                .map(figure -> figure.because(reason))
                .toList();
        requireAll(former, restored);
        figures.lock(restored.stream().map(NewObservation::key).toList());
        closed.requireOpen(
                restored.stream()
                        .map(figure -> new ClosedPlans.Cell(
                                figure.key().indicator(), figure.key().region()))
                        .toList(),
                number -> "path:id");
        Release release = announce(request.title(), request.releaseAt(), former.audience(), List.of(), id);
        stage(release.id(), restored);
        return reader.get(release.id());
    }

    /** A release is brought back as a whole, by somebody who may write all of it. */
    private void requireAll(Release former, List<NewObservation> restored) {
        Published published = former.end().published();
        boolean sees = restored.size() == published.created() + published.revised() + published.unchanged();
        if (!sees
                || !restored.stream().allMatch(figure -> scope.writable()
                        .contains(figure.key().region()))) {
            throw new ProblemException(
                    WebError.REGION_NOT_IN_SCOPE,
                    new LocalizedText(
                            "该次发布含您授权范围以外地区的数据。", "The release holds figures of regions outside your scope."));
        }
    }

    @Override
    public Open requireOpen(UUID id) {
        Release release = open(id);
        return new Open(release.title(), ReleaseReader.publication(release));
    }

    @Override
    public void stage(UUID id, List<NewObservation> figures) {
        releases.lock(id);
        Release release = open(id);
        Map<ObservationKey, Integer> attempts = staged.attempts(id);
        long more = figures.stream()
                .filter(figure -> !attempts.containsKey(figure.key()))
                .count();
        if (attempts.size() + more > MOST_FIGURES) {
            throw ProblemException.at(
                    ReleaseError.TOO_LARGE,
                    "/items",
                    Long.toString(attempts.size() + more),
                    List.of("1.." + MOST_FIGURES));
        }
        staged.insert(release.id(), attempts, figures, now(), caller.subject());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(PastRelease past, List<NewObservation> figures, Published published) {
        Instant now = time.now();
        releases.insert(new Release(
                past.id(),
                past.title(),
                past.audience(),
                past.releasedAt(),
                List.of(caller.subject()),
                null,
                scope.city().orElse(null),
                past.vouchedBy(),
                now,
                caller.subject(),
                ReleaseState.STAGED,
                0,
                null));
        staged.insert(past.id(), Map.of(), figures, now, caller.subject());
        releases.end(past.id(), true, new Release.End(now, caller.subject(), published));
    }

    private Release open(UUID id) {
        Release release = reader.find(id)
                .filter(found -> found.state() != ReleaseState.STAGED || reader.isAuthor(found))
                .orElseThrow(() -> ProblemException.at(ReleaseError.UNKNOWN, "/release", id.toString(), List.of()));
        if (!isOpen(release)) {
            throw notStaged(release, "/release");
        }
        return release;
    }

    /** A release whose time has come takes nothing more, even before it is published. */
    private boolean isOpen(Release release) {
        return release.state() == ReleaseState.STAGED && release.releaseAt().isAfter(now());
    }

    private static ProblemException notStaged(Release release, String pointer) {
        return ProblemException.at(
                ReleaseError.NOT_STAGED,
                pointer == null ? "path:id" : pointer,
                release.state().code(),
                List.of(ReleaseState.STAGED.code()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static String path(UUID id) {
        return "/api/v1/releases/" + id;
    }
}
