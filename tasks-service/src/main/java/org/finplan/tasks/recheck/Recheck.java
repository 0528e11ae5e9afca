package org.finplan.tasks.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.finplan.tasks.evidence.Citations;
import org.finplan.tasks.evidence.Citations.Citing;
import org.finplan.tasks.evidence.CitingClaim;
import org.finplan.tasks.progress.ReportEvidence;
import org.finplan.tasks.supervision.AnswerEvidence;

/**
 * Judges claims again, in the transaction of the event. The reports are locked first: of two observations of one report that change at
 * once, the second is judged with the first.
 */
@ApplicationScoped
class Recheck {

    private final Citations citations;
    private final ReportEvidence reports;
    private final AnswerEvidence answers;

    Recheck(Citations citations, ReportEvidence reports, AnswerEvidence answers) {
        this.citations = citations;
        this.reports = reports;
        this.answers = answers;
    }

    void judge(List<Citing> citing, UUID observation, UUID event) {
        if (citing.isEmpty()) {
            return;
        }
        List<UUID> ofReports = ids(citing, CitingClaim.Kind.PROGRESS_REPORT);
        reports.lock(ofReports);
        citations.judge(observation, event);
        reports.changed(citations.states(ofReports));
        answers.changed(ids(citing, CitingClaim.Kind.SUPERVISION_REPLY));
    }

    private static List<UUID> ids(List<Citing> citing, CitingClaim.Kind kind) {
        return citing.stream()
                .filter(claim -> claim.kind() == kind)
                .map(Citing::id)
                .toList();
    }
}
