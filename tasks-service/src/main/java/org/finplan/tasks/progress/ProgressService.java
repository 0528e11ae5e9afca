package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.tasks.plan.PlanRegister;
import org.finplan.tasks.progress.ProgressReport.Reporter;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.Tasks;
import org.finplan.tasks.task.Tasks.Leaf;

/** Files and reviews progress reports. Every method runs in the caller's transaction. */
@ApplicationScoped
class ProgressService {

    private final ProgressReportRepository reports;
    private final Tasks tasks;
    private final ReportAccess access;
    private final ProgressEvents events;
    private final PlanRegister plans;
    private final Clock clock;

    ProgressService(
            ProgressReportRepository reports,
            Tasks tasks,
            ReportAccess access,
            ProgressEvents events,
            PlanRegister plans,
            Clock clock) {
        this.reports = reports;
        this.tasks = tasks;
        this.access = access;
        this.events = events;
        this.plans = plans;
        this.clock = clock;
    }

    ProgressReport file(TaskKey key, ReportProgress claim) {
        String region = access.reportingRegion(key, claim.region());
        requireDateInPlan(key, claim.reportedFor());
        Leaf leaf = tasks.openForReport(key, region);
        ProgressReport report = new ProgressReport(
                Identifiers.next(),
                key,
                region,
                claim,
                new Reporter(access.subject(), access.client(), clock.instant()));
        reports.persist(report);
        reports.stand(key, region);
        tasks.reckon(key, region, said(report, "报告进展", "reported progress"));
        events.reported(report, leaf);
        return report;
    }

    ProgressReport review(UUID id, Review.Action action, String comment, String ifMatch) {
        ProgressReport report = read(id);
        Leaf leaf = tasks.openForReview(report.key());
        reports.lock(report);
        Preconditions.requireMatch(ifMatch, EntityTags.of(report.version()));
        Review.obstacle(report.state(), report.reportedBy(), access.reviewer()).ifPresent(obstacle -> {
            throw obstacle.problem();
        });
        if (action == Review.Action.RETURN && (comment == null || comment.isBlank())) {
            throw ProgressError.REASON_MISSING.at("/comment", comment, List.of());
        }
        report.review(action, access.subject(), clock.instant(), comment);
        reports.stand(report.key(), report.region());
        tasks.reckon(
                report.key(),
                report.region(),
                switch (action) {
                    case VERIFY -> said(report, "进展已核实", "verified progress");
                    case RETURN -> said(report, "进展被退回", "returned progress");
                });
        events.reviewed(report, leaf, action);
        return report;
    }

    ProgressReport read(UUID id) {
        return reports.read(id, access.readable()).orElseThrow(ProgressError.REPORT_NOT_FOUND::problem);
    }

    private void requireDateInPlan(TaskKey key, LocalDate date) {
        if (date.isAfter(BusinessTime.today(clock))) {
            throw ProgressError.DATE_IN_FUTURE.at("/reportedFor", date.toString(), List.of());
        }
        LocalDate first = plans.find(key.plan()).orElseThrow().plan().horizon().start();
        if (date.isBefore(first)) {
            throw ProgressError.DATE_BEFORE_PLAN.at("/reportedFor", date.toString(), List.of(first.toString()));
        }
    }

    private LocalizedText said(ProgressReport report, String zh, String en) {
        LocalizedText region = plans.regionName(report.region());
        String status = report.status().code();
        return new LocalizedText(
                region.zh() + zh + "（" + report.reportedFor() + "）：" + status,
                region.en() + ", " + en + " (" + report.reportedFor() + "): " + status);
    }
}
