package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.archived.ArchivedPlanError;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.tasks.action.Actions;
import org.finplan.tasks.evidence.Citation;
import org.finplan.tasks.evidence.Citations;
import org.finplan.tasks.evidence.EvidenceChange;

/** Shows progress reports with their evidence, and with what their reader may do now. */
@ApplicationScoped
class ProgressReportViews {

    private final Citations citations;
    private final ReportAccess access;
    private final PlanRegister plans;
    private final ArchivedPlans archived;

    ProgressReportViews(Citations citations, ReportAccess access, PlanRegister plans, ArchivedPlans archived) {
        this.citations = citations;
        this.access = access;
        this.plans = plans;
        this.archived = archived;
    }

    ProgressReportView view(ProgressReport report) {
        return views(List.of(report)).apply(report);
    }

    /**
     * Reads what reports cite, all of them together.
     *
     * @param reports the reports
     * @return how each of them is shown
     */
    Function<ProgressReport, ProgressReportView> views(List<ProgressReport> reports) {
        List<UUID> citing = reports.stream()
                .filter(report -> report.evidenceState() != null)
                .map(ProgressReport::id)
                .toList();
        Map<UUID, List<Citation>> cited = citations.of(citing);
        Map<UUID, List<EvidenceChange>> changes = citations.changes(citing);
        Set<String> closed = archived.since().keySet();
        return report -> ProgressReportView.of(
                report,
                plans.regionName(report.region()),
                cited.getOrDefault(report.id(), List.of()),
                changes.get(report.id()),
                closed.contains(report.key().plan())
                        ? actions(report).closedBy(ArchivedPlanError.PLAN_ARCHIVED)
                        : actions(report));
    }

    private Actions actions(ProgressReport report) {
        Actions review = Actions.of(
                Review.Action.values(),
                Review.Action::label,
                action -> Review.obstacle(report.state(), report.reportedBy(), access.reviewer(report.region())));
        boolean flagged =
                report.evidenceState() != null && report.evidenceState().flagged();
        return flagged
                ? review.and(
                        Confirmation.LABEL,
                        Confirmation.obstacle(
                                report.state(), report.evidenceState(), report.reportedBy(), access.subject()))
                : review;
    }
}
