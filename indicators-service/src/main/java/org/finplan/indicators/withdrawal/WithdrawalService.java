package org.finplan.indicators.withdrawal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.planlife.ClosedPlans.Cell;
import org.finplan.indicators.reading.ReadableObservations;
import org.finplan.indicators.recording.FigureService;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Takes single figures back. */
@ApplicationScoped
class WithdrawalService {

    private final ReadableObservations observations;
    private final FigureService figures;
    private final RegionScope scope;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;
    private final ClosedPlans closed;

    WithdrawalService(
            ReadableObservations observations,
            FigureService figures,
            RegionScope scope,
            Caller caller,
            AuditTrail audit,
            Clock clock,
            ClosedPlans closed) {
        this.observations = observations;
        this.figures = figures;
        this.scope = scope;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.closed = closed;
    }

    /**
     * Takes a figure back, in the caller's transaction.
     *
     * @param id id of the figure
     * @param ifMatch the header {@code If-Match} with its newest version
     * @param withdrawal why and when
     * @return the version that is the withdrawal
     * @throws ProblemException 403, 404, 409, 412, 422 or 428
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Observation withdraw(UUID id, String ifMatch, Withdrawal withdrawal) {
        ObservationKey key = observations.versions(id, Knowledge.LATEST).get(0).key();
        scope.requireWritable(key.region());
        figures.lock(List.of(key));
        closed.requireOpen(List.of(new Cell(key.indicator(), key.region())), place -> "path:id");
        List<Observation> versions = observations.versions(id, Knowledge.LATEST);
        Observation current = versions.get(versions.size() - 1);
        Preconditions.requireMatch(ifMatch, EntityTags.of(current.version()));
        RevisionReason reason = WithdrawalRules.reason(withdrawal.reason());
        if (current.withdrawn()) {
            throw new ProblemException(
                    ObservationError.ALREADY_WITHDRAWN,
                    new LocalizedText("该数据已撤回。", "The figure was withdrawn already."));
        }
        WithdrawalRules.checkDay(withdrawal.releasedAt(), List.of(current), clock.instant());
        Observation version = figures.withdraw(List.of(current), reason, withdrawal.releasedAt(), caller.subject())
                .get(0);
        audit.record("observation.withdraw", "/api/v1/observations/" + id, key.region(), reason.code());
        return version;
    }
}
