package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.finplan.tasks.plan.PlanRegister;
import org.finplan.tasks.task.BlockedAction;

/** Shows progress reports to the caller, with what the caller may do to them. */
@ApplicationScoped
class ReportViews {

    private final ReportAccess access;
    private final PlanRegister plans;

    ReportViews(ReportAccess access, PlanRegister plans) {
        this.access = access;
        this.plans = plans;
    }

    ProgressReportResponse of(ProgressReport report) {
        List<String> allowed = new ArrayList<>();
        List<BlockedAction> blocked = new ArrayList<>();
        for (Review.Action action : Review.Action.values()) {
            Review.obstacle(report.state(), report.reportedBy(), access.reviewer())
                    .ifPresentOrElse(
                            obstacle -> blocked.add(new BlockedAction(action.label(), obstacle.title())),
                            () -> allowed.add(action.label()));
        }
        return new ProgressReportResponse(
                report.id(),
                report.key().plan(),
                report.key().id(),
                report.region(),
                plans.regionName(report.region()),
                report.status(),
                report.reportedFor(),
                report.note(),
                report.evidence(),
                report.state(),
                report.reportedBy(),
                report.reportedAt(),
                report.reviewedBy(),
                report.reviewedAt(),
                report.reviewComment(),
                report.version(),
                allowed,
                blocked);
    }
}
