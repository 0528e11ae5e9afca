package org.finplan.indicators.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.finplan.indicators.observation.Audience;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.recording.FigureService;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.recording.Outcome;
import org.finplan.indicators.recording.Published;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;

/** Takes a past release: checks it, records its figures by the day of their release, and keeps it among the releases. */
@ApplicationScoped
class PastReleaseService {

    private static final int LONGEST_TEXT = 200;

    private final ReportReader reader;
    private final FigureService figures;
    private final PastReleases releases;
    private final Warnings warnings;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;
    private final ClosedPlans closed;

    PastReleaseService(
            ReportReader reader,
            FigureService figures,
            PastReleases releases,
            Warnings warnings,
            Caller caller,
            AuditTrail audit,
            Clock clock,
            ClosedPlans closed) {
        this.reader = reader;
        this.figures = figures;
        this.releases = releases;
        this.warnings = warnings;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.closed = closed;
    }

    /**
     * Takes a past release, in the caller's transaction.
     *
     * @param request the release with its figures
     * @param dryRun whether nothing is to be stored
     * @param english whether the caller prefers English
     * @return what became of it
     * @throws ProblemException 400, 403 or 422 when anything is wrong; nothing is stored then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    PastReleaseReport take(PastReleaseRequest request, boolean dryRun, boolean english) {
        PastRelease release = release(request);
        RevisionReason reason = request.reason() == null ? RevisionReason.ROUTINE : reason(request.reason());
        ReportReader.checkForm(request.items());
        ReadItems read = reader.read(request.items(), source(request.source()));
        if (!read.errors().isEmpty()) {
            throw ReportReader.rejection(read.errors());
        }
        Publication publication = new Publication(release.releasedAt(), release.id(), release.audience());
        List<NewObservation> vintage = read.figures().stream()
                .map(figure -> figure.reason() == null ? figure.because(reason) : figure)
                .map(figure -> figure.published(publication))
                .toList();
        if (!dryRun) {
            figures.lock(vintage.stream().map(NewObservation::key).toList());
        }
        ClosedPlans.refuse(ClosedItems.of(closed, read.places(), vintage));
        List<Outcome> outcomes = figures.decide(vintage, caller.subject());
        if (!dryRun) {
            figures.record(outcomes);
            releases.keep(release, vintage, Published.of(outcomes));
            audit.record(
                    "release.import",
                    "/api/v1/releases/" + release.id(),
                    null,
                    release.title() + ": " + vintage.size() + ", " + release.vouchedBy());
        }
        BulkReport report = new Summary(request.items().size(), read.places(), vintage, outcomes, List.of())
                .report(
                        ReportService.Mode.ATOMIC,
                        dryRun,
                        english,
                        warnings.of(read.places(), vintage, outcomes),
                        Identifiers.next());
        return new PastReleaseReport(dryRun ? null : release.id(), report);
    }

    private PastRelease release(PastReleaseRequest request) {
        if (request == null) {
            throw ProblemException.at(ObservationError.FIELD_MISSING, "/", null, List.of());
        }
        Instant now = clock.instant();
        if (request.releasedAt() == null) {
            throw ProblemException.at(ObservationError.FIELD_MISSING, "/releasedAt", null, List.of(".." + now));
        }
        if (request.releasedAt().isAfter(now)) {
            throw ProblemException.at(
                    ObservationError.RELEASED_IN_FUTURE,
                    "/releasedAt",
                    request.releasedAt().toString(),
                    List.of(".." + now));
        }
        Audience audience = Audience.find(request.audience() == null ? "" : request.audience())
                .orElseThrow(() -> ProblemException.at(
                        request.audience() == null ? ObservationError.FIELD_MISSING : WebError.INVALID_BODY,
                        "/audience",
                        request.audience(),
                        Audience.codes()));
        return new PastRelease(
                Identifiers.next(),
                text("/title", request.title()),
                request.releasedAt().truncatedTo(ChronoUnit.MICROS),
                audience,
                text("/vouchedBy", request.vouchedBy()));
    }

    private static Source source(ObservationReport.Origin origin) {
        if (origin == null) {
            throw ProblemException.at(ObservationError.FIELD_MISSING, "/source", null, List.of());
        }
        String reference = origin.reference() == null ? null : text("/source/reference", origin.reference());
        return new Source(text("/source/title", origin.title()), reference, null, List.of(), Source.REPORTED);
    }

    private static RevisionReason reason(String code) {
        return RevisionReason.find(code)
                .orElseThrow(() ->
                        ProblemException.at(ObservationError.UNKNOWN_REASON, "/reason", code, RevisionReason.codes()));
    }

    private static String text(String pointer, String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw ProblemException.at(
                    text == null ? ObservationError.FIELD_MISSING : WebError.INVALID_BODY,
                    pointer,
                    text,
                    List.of("1.." + LONGEST_TEXT));
        }
        return text;
    }
}
