package org.finplan.indicators.withdrawal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationError;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.platform.problem.ProblemException;

/** What a withdrawal must say, of one figure or of many. */
final class WithdrawalRules {

    private WithdrawalRules() {}

    /**
     * Reads the reason.
     *
     * @param sent code of the reason, or null
     * @return the reason
     * @throws ProblemException 422 when it is missing or unknown
     */
    static RevisionReason reason(String sent) {
        return RevisionReason.find(sent == null ? "" : sent)
                .orElseThrow(() -> ProblemException.at(
                        sent == null ? ObservationError.REASON_REQUIRED : ObservationError.UNKNOWN_REASON,
                        "/reason",
                        sent,
                        RevisionReason.codes()));
    }

    /**
     * Checks the day of a withdrawal: a source takes back what it has released, and has done so already.
     *
     * @param releasedAt when the source took the figures back, or null
     * @param figures newest versions of the figures
     * @param now the present
     * @throws ProblemException 422 when it is to come, or before one of them was released
     */
    static void checkDay(Instant releasedAt, List<Observation> figures, Instant now) {
        if (releasedAt == null) {
            return;
        }
        if (releasedAt.isAfter(now)) {
            throw ProblemException.at(
                    ObservationError.RELEASED_IN_FUTURE, "/releasedAt", releasedAt.toString(), List.of(".." + now));
        }
        figures.stream()
                .map(Observation::releasedAt)
                .max(Comparator.naturalOrder())
                .filter(releasedAt::isBefore)
                .ifPresent(last -> {
                    throw ProblemException.at(
                            ObservationError.WITHDRAWN_BEFORE_RELEASED,
                            "/releasedAt",
                            releasedAt.toString(),
                            List.of(last + ".."));
                });
    }
}
