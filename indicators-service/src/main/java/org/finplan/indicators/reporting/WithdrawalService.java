package org.finplan.indicators.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.reading.ReadableObservations;
import org.finplan.indicators.recording.FigureService;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Takes figures back. */
@ApplicationScoped
class WithdrawalService {

    private final ReadableObservations observations;
    private final FigureService figures;
    private final RegionScope scope;
    private final Caller caller;
    private final AuditTrail audit;

    WithdrawalService(
            ReadableObservations observations,
            FigureService figures,
            RegionScope scope,
            Caller caller,
            AuditTrail audit) {
        this.observations = observations;
        this.figures = figures;
        this.scope = scope;
        this.caller = caller;
        this.audit = audit;
    }

    /**
     * Takes a figure back, in the caller's transaction.
     *
     * @param id id of the figure
     * @param ifMatch the header {@code If-Match} with its newest version
     * @param sent code of the reason, or null
     * @return the version that is the withdrawal
     * @throws ProblemException 403, 404, 409, 412, 422 or 428
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Observation withdraw(UUID id, String ifMatch, String sent) {
        ObservationKey key = observations.versions(id, RecordingTime.END).get(0).key();
        scope.requireWritable(key.region());
        figures.lock(List.of(key));
        List<Observation> versions = observations.versions(id, RecordingTime.END);
        Observation current = versions.get(versions.size() - 1);
        Preconditions.requireMatch(ifMatch, EntityTags.of(current.version()));
        RevisionReason reason = RevisionReason.find(sent == null ? "" : sent).orElseThrow(() -> reasonNeeded(sent));
        if (current.withdrawn()) {
            throw new ProblemException(
                    ObservationError.ALREADY_WITHDRAWN,
                    new LocalizedText("该数据已撤回。", "The figure was withdrawn already."));
        }
        Observation version = figures.withdraw(current, reason, caller.subject());
        audit.record("observation.withdraw", "/api/v1/observations/" + id, key.region(), reason.code());
        return version;
    }

    private static ProblemException reasonNeeded(String sent) {
        ObservationError code = sent == null ? ObservationError.REASON_REQUIRED : ObservationError.UNKNOWN_REASON;
        return new ProblemException(
                code,
                code.title(),
                List.of(new ProblemError("/reason", sent, code.code(), code.title(), RevisionReason.codes())));
    }
}
