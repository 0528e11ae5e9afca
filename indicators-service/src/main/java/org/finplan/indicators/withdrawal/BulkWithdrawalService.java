package org.finplan.indicators.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.finplan.indicators.observation.FigureSelection;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.planlife.ClosedPlans.Cell;
import org.finplan.indicators.recording.FigureService;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Takes back what a series, a source or a release brought. */
@ApplicationScoped
class BulkWithdrawalService {

    /** Most figures of one withdrawal: it is one transaction. */
    static final int MOST_FIGURES = 20_000;

    private static final String PATH = "/api/v1/observations";

    private final SelectionReader reader;
    private final Observations observations;
    private final FigureService figures;
    private final RegionScope scope;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;
    private final ClosedPlans closed;

    BulkWithdrawalService(
            SelectionReader reader,
            Observations observations,
            FigureService figures,
            RegionScope scope,
            Caller caller,
            AuditTrail audit,
            Clock clock,
            ClosedPlans closed) {
        this.reader = reader;
        this.observations = observations;
        this.figures = figures;
        this.scope = scope;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.closed = closed;
    }

    /**
     * Takes figures back, in the caller's transaction.
     *
     * @param request which, why and when
     * @param dryRun whether nothing is to be stored
     * @return what it did, or would do
     * @throws ProblemException 403, 409 or 422; nothing is taken back then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    BulkWithdrawal withdraw(BulkWithdrawalRequest request, boolean dryRun) {
        FigureSelection selection = reader.read(request);
        RevisionReason reason = WithdrawalRules.reason(request.reason());
        List<Observation> found = find(selection);
        if (!dryRun) {
            figures.lock(found.stream().map(Observation::key).toList());
            found = ofSeries(series(found), find(selection));
        }
        found.stream().map(version -> version.key().region()).distinct().forEach(scope::requireWritable);
        closed.requireOpen(
                found.stream()
                        .map(version -> new Cell(
                                version.key().indicator(), version.key().region()))
                        .toList(),
                place -> "/");
        WithdrawalRules.checkDay(request.releasedAt(), found, clock.instant());
        if (dryRun) {
            return BulkWithdrawal.of(true, found);
        }
        requireExpected(request.figures(), found.size());
        List<Observation> withdrawals = figures.withdraw(found, reason, request.releasedAt(), caller.subject());
        record(withdrawals, reason);
        return BulkWithdrawal.of(false, withdrawals);
    }

    private List<Observation> find(FigureSelection selection) {
        List<Observation> found = observations.find(selection, MOST_FIGURES);
        if (found.size() > MOST_FIGURES) {
            throw ProblemException.at(ObservationError.ITEMS_OUT_OF_BOUNDS, "/", null, List.of("0.." + MOST_FIGURES));
        }
        return found;
    }

    private static Set<String> series(List<Observation> figures) {
        return figures.stream().map(version -> version.key().indicator()).collect(Collectors.toSet());
    }

    /** A series that came in since the locks were taken is not locked; the number then differs from what was expected. */
    private static List<Observation> ofSeries(Set<String> locked, List<Observation> figures) {
        return figures.stream()
                .filter(version -> locked.contains(version.key().indicator()))
                .toList();
    }

    private static void requireExpected(Integer expected, int found) {
        if (expected == null) {
            throw ProblemException.at(
                    ObservationError.FIELD_MISSING, "/figures", null, List.of(Integer.toString(found)));
        }
        if (expected != found) {
            throw ProblemException.at(
                    ObservationError.SELECTION_CHANGED,
                    "/figures",
                    expected.toString(),
                    List.of(Integer.toString(found)));
        }
    }

    private void record(List<Observation> withdrawals, RevisionReason reason) {
        Map<String, Long> byRegion = withdrawals.stream()
                .collect(Collectors.groupingBy(version -> version.key().region(), TreeMap::new, Collectors.counting()));
        byRegion.forEach(
                (region, number) -> audit.record("observation.withdraw", PATH, region, number + ": " + reason.code()));
    }
}
