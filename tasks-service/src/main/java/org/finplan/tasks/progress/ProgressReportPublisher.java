package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.ProgressReported;
import org.finplan.platform.events.ProgressReturned;
import org.finplan.platform.events.ProgressVerified;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.tasks.task.Leaf;

/** Publishes what happened to a progress report and records it in the audit trail, in the transaction of the change. */
@ApplicationScoped
class ProgressReportPublisher {

    private final Outbox outbox;
    private final AuditTrail audit;

    ProgressReportPublisher(Outbox outbox, AuditTrail audit) {
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

    /** Standing by a claim changes no status, so that nobody else is told. */
    void confirmed(ProgressReport report, String note) {
        audit.record("progress." + Confirmation.LABEL, path(report.id()), report.region(), note);
    }

    private void append(ProgressReport report, EventData data) {
        outbox.append(new NewEvent(data, report.key().aggregate(), path(report.id()), report.region()));
    }

    private void record(String action, ProgressReport report) {
        audit.record(
                action,
                path(report.id()),
                report.region(),
                report.key().id() + " " + report.status().code());
    }

    /** {@return the path of a report below the gateway} */
    static String path(UUID id) {
        return "/api/v1/progress-reports/" + id;
    }
}
