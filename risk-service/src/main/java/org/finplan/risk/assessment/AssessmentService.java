package org.finplan.risk.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.alert.AlertRaisingService;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Rule;

/** Keeps what the rules find, and lets the alerts follow. */
@ApplicationScoped
public class AssessmentService {

    private final AssessmentRepository assessments;
    private final AlertRaisingService alerts;
    private final RegionScope scope;
    private final Clock clock;

    AssessmentService(AssessmentRepository assessments, AlertRaisingService alerts, RegionScope scope, Clock clock) {
        this.assessments = assessments;
        this.alerts = alerts;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Takes a finding, in the transaction of the event that caused it. What follows reads downwards: keep it, unless a newer
     * event was judged already; find the newest period that can be judged, which need not be this one; let the alert of
     * the subject follow that.
     *
     * @param rule the rule
     * @param finding what it found
     * @param sequence sequence of the event that brought the figure
     * @param title title for an alert that has to be raised
     * @param cause id of the event that caused the judgement
     */
    public void take(Rule rule, Finding finding, long sequence, LocalizedText title, UUID cause) {
        boolean newer = assessments.keep(finding, sequence, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (newer) {
            alerts.follow(rule, finding.subject(), assessments.newestJudged(finding.subject()), title, cause);
        }
    }

    @Transactional
    Page<AssessmentView> list(AssessmentFilter filter, PageParameters paging) {
        RegionSet readable = scope.readable();
        List<String> after = paging.after().map(AssessmentOrder::values).orElse(null);
        List<AssessmentView> rows = assessments.page(filter, readable, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? assessments.count(filter, readable) : null;
        return Page.of(rows, paging.limit(), row -> paging.cursor(AssessmentOrder.keys(row)), total);
    }
}
