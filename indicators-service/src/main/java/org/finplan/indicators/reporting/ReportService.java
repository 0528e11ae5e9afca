package org.finplan.indicators.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.recording.FigureService;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.recording.Outcome;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;

/** Takes a report of figures: checks every item, decides, stores all or the good ones, and says what became of each. */
@ApplicationScoped
class ReportService {

    private static final String PATH = "/api/v1/observations";

    private final ReportReader reader;
    private final FigureService service;
    private final Caller caller;
    private final AuditTrail audit;
    private final Staging staging;
    private final Warnings warnings;
    private final ClosedPlans closed;

    ReportService(
            ReportReader reader,
            FigureService service,
            Caller caller,
            AuditTrail audit,
            Staging staging,
            Warnings warnings,
            ClosedPlans closed) {
        this.reader = reader;
        this.service = service;
        this.caller = caller;
        this.audit = audit;
        this.staging = staging;
        this.warnings = warnings;
        this.closed = closed;
    }

    /** How a report is taken. */
    enum Mode {
        /** All items or none. */
        ATOMIC,
        /** The good items. */
        PARTIAL
    }

    /**
     * Takes a report.
     *
     * @param report the report
     * @param mode all items or the good ones
     * @param dryRun whether nothing is to be stored
     * @param english whether the caller prefers English
     * @return what became of it
     * @throws ProblemException 400, 403, 409 or 422 when an atomic report has a fault; nothing is stored then
     */
    @Transactional
    BulkReport take(ObservationReport report, Mode mode, boolean dryRun, boolean english) {
        if (report == null) {
            throw ReportReader.outOfBounds(0);
        }
        if (mode == Mode.ATOMIC) {
            ReportReader.checkForm(report.items());
        }
        Optional<Staging.Open> release = Optional.ofNullable(report.release()).map(staging::requireOpen);
        String from = release.map(Staging.Open::title).orElse("直接报送 / reported by " + caller.subject());
        ReadItems read = reader.read(report.items(), new Source(from, null, null, List.of(), Source.REPORTED));
        List<NewObservation> all = released(read.figures(), release);
        List<ProblemError> errors = new ArrayList<>(read.errors());
        if (!dryRun && !(mode == Mode.ATOMIC && !errors.isEmpty())) {
            service.lock(all.stream().map(NewObservation::key).toList());
        }
        Map<Integer, ProblemError> shut = ClosedItems.of(closed, read.places(), all);
        if (mode == Mode.ATOMIC && !dryRun && errors.isEmpty()) {
            ClosedPlans.refuse(shut);
        }
        errors.addAll(shut.values());
        List<Integer> places = open(read.places(), shut.keySet());
        List<NewObservation> figures = open(all, shut.keySet());
        List<Outcome> outcomes = service.decide(figures, caller.subject());
        outcomes.stream()
                .filter(outcome -> outcome.effect() == Outcome.Effect.LACKS_REASON)
                .forEach(outcome -> errors.add(lacksReason(places.get(outcome.index()), outcome)));
        if (mode == Mode.ATOMIC && !errors.isEmpty() && !dryRun) {
            throw ReportReader.rejection(errors);
        }
        if (!dryRun && report.release() != null) {
            stage(report.release(), figures, outcomes);
        } else if (!dryRun) {
            service.record(outcomes);
            record("observation.record", PATH, outcomes);
        }
        return new Summary(report.items().size(), places, figures, outcomes, errors)
                .report(mode, dryRun, english, warnings.of(places, figures, outcomes), Identifiers.next());
    }

    /** What becomes of a staged figure depends on the release: when it is known, and to whom. */
    private static List<NewObservation> released(List<NewObservation> figures, Optional<Staging.Open> release) {
        return figures.stream()
                .map(figure -> release.map(open -> figure.published(open.publication()))
                        .orElse(figure))
                .toList();
    }

    private static <T> List<T> open(List<T> all, Set<Integer> shut) {
        return IntStream.range(0, all.size())
                .filter(number -> !shut.contains(number))
                .mapToObj(all::get)
                .toList();
    }

    /** Nothing is recorded yet; the outcomes say what publishing would do as things stand. */
    private void stage(UUID release, List<NewObservation> figures, List<Outcome> outcomes) {
        List<NewObservation> staged = outcomes.stream()
                .filter(outcome -> outcome.effect() != Outcome.Effect.LACKS_REASON)
                .map(outcome -> figures.get(outcome.index()))
                .toList();
        staging.stage(release, staged);
        record("observation.stage", "/api/v1/releases/" + release, outcomes);
    }

    private void record(String action, String resource, List<Outcome> outcomes) {
        Map<String, List<Outcome>> byRegion = outcomes.stream()
                .filter(Outcome::writes)
                .collect(
                        Collectors.groupingBy(outcome -> outcome.version().key().region()));
        byRegion.forEach((region, written) -> {
            String series = written.stream()
                    .map(outcome -> outcome.version().key().indicator())
                    .distinct()
                    .sorted()
                    .limit(20)
                    .collect(Collectors.joining(", "));
            audit.record(action, resource, region, written.size() + ": " + series);
        });
    }

    private static ProblemError lacksReason(int index, Outcome outcome) {
        Figure there = outcome.previous().figure();
        String value = outcome.previous().withdrawn() || there.value() == null
                ? "—"
                : there.value().toPlainString() + " " + there.unit();
        return new ProblemError(
                "/items/" + index + "/reason",
                null,
                ObservationError.REASON_REQUIRED.code(),
                new LocalizedText("现有数值为 " + value + "，修订须说明原因", "There is " + value + "; a revision needs a reason"),
                RevisionReason.codes());
    }
}
