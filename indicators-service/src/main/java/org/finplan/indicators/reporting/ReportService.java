package org.finplan.indicators.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.observation.Source;
import org.finplan.indicators.recording.FigureService;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.recording.Outcome;
import org.finplan.indicators.series.SeriesRules;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Takes a report of figures: checks every item, decides, stores all or the good ones, and says what became of each. */
@ApplicationScoped
class ReportService {

    private static final String PATH = "/api/v1/observations";

    private final PlanRegister register;
    private final SeriesRules rules;
    private final FigureService service;
    private final RegionScope scope;
    private final Caller caller;
    private final AuditTrail audit;
    private final Staging staging;
    private final Warnings warnings;
    private final Clock clock;

    ReportService(
            PlanRegister register,
            SeriesRules rules,
            FigureService service,
            RegionScope scope,
            Caller caller,
            AuditTrail audit,
            Staging staging,
            Warnings warnings,
            Clock clock) {
        this.register = register;
        this.rules = rules;
        this.service = service;
        this.scope = scope;
        this.caller = caller;
        this.audit = audit;
        this.staging = staging;
        this.warnings = warnings;
        this.clock = clock;
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
     * @throws ProblemException 400, 403 or 422 when an atomic report has a fault; nothing is stored then
     */
    @Transactional
    BulkReport take(ObservationReport report, Mode mode, boolean dryRun, boolean english) {
        checkBounds(report);
        if (mode == Mode.ATOMIC) {
            checkForm(report);
        }
        Optional<Staging.Open> release = Optional.ofNullable(report.release()).map(staging::requireOpen);
        String from = release.map(Staging.Open::title).orElse("直接报送 / reported by " + caller.subject());
        Reading reading = read(report, from);
        // What becomes of a staged figure depends on the release: when it is known, and to whom.
        release.ifPresent(open -> reading.figures.replaceAll((place, figure) -> figure.published(open.publication())));
        List<Integer> places = reading.figures.keySet().stream().sorted().toList();
        List<NewObservation> figures = places.stream().map(reading.figures::get).toList();
        if (!dryRun && !(mode == Mode.ATOMIC && !reading.errors.isEmpty())) {
            service.lock(figures.stream().map(NewObservation::key).toList());
        }
        List<Outcome> outcomes = service.decide(figures, caller.subject());
        outcomes.stream()
                .filter(outcome -> outcome.effect() == Outcome.Effect.LACKS_REASON)
                .forEach(outcome -> reading.errors.add(lacksReason(places.get(outcome.index()), outcome)));
        if (mode == Mode.ATOMIC && !reading.errors.isEmpty() && !dryRun) {
            throw rejection(reading.errors);
        }
        if (!dryRun && report.release() != null) {
            stage(report.release(), figures, outcomes);
        } else if (!dryRun) {
            service.record(outcomes);
            record("observation.record", PATH, outcomes);
        }
        return new Summary(report.items().size(), places, figures, outcomes, reading.errors)
                .report(mode, dryRun, english, warnings.of(places, figures, outcomes), Identifiers.next());
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

    private static final class Reading {
        private final Map<Integer, NewObservation> figures = new HashMap<>();
        private final List<ProblemError> errors = new ArrayList<>();
    }

    private Reading read(ObservationReport report, String from) {
        RegionSet writable = scope.writable();
        Source direct = new Source(from, null, null, List.of(), Source.REPORTED);
        Reading reading = new Reading();
        Instant now = clock.instant();
        Map<ObservationKey, Integer> seen = new HashMap<>();
        for (int i = 0; i < report.items().size(); i++) {
            SentItem sent = report.items().get(i);
            if (sent != null && !sent.faults().isEmpty()) {
                reading.errors.addAll(sent.faults(i));
                continue;
            }
            ObservationReport.Item item = sent == null ? null : sent.figure();
            ItemReader reader = new ItemReader(register, rules, writable, direct, now, i, item);
            Optional<NewObservation> figure = reader.read();
            reading.errors.addAll(reader.errors());
            if (figure.isPresent()) {
                Integer first = seen.putIfAbsent(figure.get().key(), i);
                if (first == null) {
                    reading.figures.put(i, figure.get());
                } else {
                    reading.errors.add(duplicate(i, first));
                }
            }
        }
        return reading;
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

    private static ProblemError duplicate(int index, int first) {
        return new ProblemError(
                "/items/" + index,
                null,
                ObservationError.DUPLICATE_ITEM.code(),
                new LocalizedText("与第 " + first + " 条为同一数据", "The same figure as item " + first),
                List.of());
    }

    private static ProblemException rejection(List<ProblemError> errors) {
        boolean outOfScope =
                errors.stream().anyMatch(error -> error.code().equals(WebError.REGION_NOT_IN_SCOPE.code()));
        ErrorCode shared = ErrorCode.sharedBy(errors, ObservationError.values())
                .or(() -> ErrorCode.sharedBy(errors, WebError.values()))
                .orElse(ObservationError.ITEMS_REJECTED);
        return new ProblemException(
                outOfScope ? WebError.REGION_NOT_IN_SCOPE : shared,
                new LocalizedText(
                        "报送内容有 " + errors.size() + " 处错误，未保存任何数据。",
                        "The report has " + errors.size() + " fault(s); nothing was stored."),
                errors);
    }

    private static void checkForm(ObservationReport report) {
        List<ProblemError> faults = report.faults();
        if (!faults.isEmpty()) {
            ProblemError first = faults.get(0);
            LocalizedText text = new LocalizedText(
                    first.pointer() + "：" + first.message().zh(),
                    first.pointer() + ": " + first.message().en());
            throw new ProblemException(WebError.INVALID_BODY, text, faults);
        }
    }

    private static void checkBounds(ObservationReport report) {
        int size = report == null || report.items() == null ? 0 : report.items().size();
        if (size == 0 || size > ObservationReport.MOST_ITEMS) {
            LocalizedText text = new LocalizedText(
                    "一次报送须有 1 至 " + ObservationReport.MOST_ITEMS + " 条。",
                    "A report has 1 to " + ObservationReport.MOST_ITEMS + " items.");
            ObservationError code = ObservationError.ITEMS_OUT_OF_BOUNDS;
            throw new ProblemException(
                    code,
                    text,
                    List.of(new ProblemError(
                            "/items",
                            Integer.toString(size),
                            code.code(),
                            text,
                            List.of("1.." + ObservationReport.MOST_ITEMS))));
        }
    }
}
