package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.ProgressReported;
import org.finplan.platform.events.ProgressReturned;
import org.finplan.platform.events.ProgressVerified;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.tasks.task.Tasks.Leaf;

/** Tells the others, and the audit trail, what happened to a progress report. */
@ApplicationScoped
class ProgressEvents {

    private final Outbox outbox;
    private final AuditTrail audit;

    ProgressEvents(Outbox outbox, AuditTrail audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    void reported(ProgressReport report, Leaf leaf) {
        append(
                report,
                new ProgressReported(
                        report.id(),
                        leaf.key().plan(),
                        leaf.key().id(),
                        leaf.clause(),
                        report.region(),
                        report.status().code(),
                        report.reportedFor(),
                        report.reportedBy(),
                        report.reportedAt()));
        record("progress.report", report);
    }

    void reviewed(ProgressReport report, Leaf leaf, Review.Action action) {
        EventData data =
                switch (action) {
                    case VERIFY ->
                        new ProgressVerified(
                                report.id(),
                                leaf.key().plan(),
                                leaf.key().id(),
                                leaf.clause(),
                                report.region(),
                                report.status().code(),
                                report.reviewedBy(),
                                report.reviewedAt());
                    case RETURN ->
                        new ProgressReturned(
                                report.id(),
                                leaf.key().plan(),
                                leaf.key().id(),
                                leaf.clause(),
                                report.region(),
                                report.reviewComment(),
                                report.reviewedBy(),
                                report.reviewedAt());
                };
        append(report, data);
        record("progress." + action.label(), report);
    }

    private void append(ProgressReport report, EventData data) {
        outbox.append(new NewEvent(data, report.key().aggregate(), path(report), report.region()));
    }

    private void record(String action, ProgressReport report) {
        audit.record(
                action,
                path(report),
                report.region(),
                report.key().id() + " " + report.status().code());
    }

    static String path(ProgressReport report) {
        return "/api/v1/progress-reports/" + report.id();
    }
}
