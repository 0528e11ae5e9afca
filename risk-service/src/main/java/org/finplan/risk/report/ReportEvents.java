package org.finplan.risk.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.finplan.platform.events.ReportReceived;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;
import org.finplan.risk.institution.Institution;

/** Tells of what was reported, in the same transaction. */
@ApplicationScoped
class ReportEvents {

    private static final int MOST_NAMED = 20;

    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;

    ReportEvents(Outbox outbox, AuditTrail audit, Caller caller) {
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    void received(Decision decision, int contradictions, boolean late, Instant at) {
        ReadItem item = decision.item();
        Institution institution = item.institution();
        outbox.append(new NewEvent(
                new ReportReceived(
                        institution.uscc(),
                        institution.region(),
                        institution.kind(),
                        item.key().period().text(),
                        item.source(),
                        decision.created().size(),
                        decision.revised().size(),
                        contradictions,
                        late,
                        at,
                        caller.subject()),
                "institution/" + institution.uscc(),
                Institution.path(institution.uscc()),
                institution.region()));
    }

    /** One record for each region. */
    void audited(List<Decision> changed) {
        changed.stream()
                .collect(Collectors.groupingBy(
                        decision -> decision.item().institution().region()))
                .forEach((region, decisions) -> audit.record(
                        "institution-report.take",
                        "/api/v1/institution-reports",
                        region,
                        decisions.size() + ": "
                                + decisions.stream()
                                        .map(decision -> decision.item().key().institution() + " "
                                                + decision.item().key().period().text())
                                        .limit(MOST_NAMED)
                                        .collect(Collectors.joining(", "))));
    }
}
