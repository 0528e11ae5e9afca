package org.finplan.risk.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.alert.AlertRaisingService;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.WarningPolicy;

/** Keeps what the rules find, and lets the alerts follow. */
@ApplicationScoped
public class AssessmentService {

    private final AssessmentRepository assessments;
    private final InstitutionAssessments institutions;
    private final AlertRaisingService alerts;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final Clock clock;

    AssessmentService(
            AssessmentRepository assessments,
            InstitutionAssessments institutions,
            AlertRaisingService alerts,
            PlanRegister plans,
            RegionScope scope,
            Clock clock) {
        this.assessments = assessments;
        this.institutions = institutions;
        this.alerts = alerts;
        this.plans = plans;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Takes a finding, in the transaction of the event that caused it. What follows reads downwards: keep it, unless a newer
     * event was judged already; read all periods that can be judged, of which this need not be the newest; let the alert of
     * the subject follow the warning that they add up to. A period after the end of its plan is none of the plan's, nor is
     * an indicator that its plan has no more, and by a draft nothing is judged: the finding is not kept, and the alert stays
     * as it was.
     *
     * @param finding what it found
     * @param policy how long the rule waits before it warns, and before a warning ends
     * @param sequence sequence of the event that brought the figure
     * @param title title for an alert that has to be raised
     * @param cause id of the event that caused the judgement
     */
    public void take(Finding finding, WarningPolicy policy, long sequence, LocalizedText title, UUID cause) {
        Subject subject = finding.subject();
        Optional<Plan> plan = plans.find(subject.plan()).map(PlanPackage::plan);
        Period period = Period.parse(finding.period());
        LocalDate today = BusinessTime.today(clock);
        boolean retired = plans.retired(subject.plan(), subject.indicator());
        if (retired
                || plan.filter(known -> known.endsBefore(period) || known.isDraft(today))
                        .isPresent()) {
            return;
        }
        boolean newer = assessments.keep(finding, sequence, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (newer) {
            LocalDate last = plan.map(Plan::lastDay).orElse(null);
            alerts.follow(finding.ruleVersion(), subject, policy, assessments.judged(subject, last), title, cause);
        }
    }

    @Transactional
    Page<AssessmentView> list(AssessmentFilter filter, PageParameters paging) {
        RegionSet readable = scope.readable();
        List<String> after = paging.after().map(AssessmentOrder::values).orElse(null);
        if (filter.institution() != null) {
            List<AssessmentView> all = institutions.of(filter, readable);
            return Page.of(
                    AssessmentOrder.after(all, after, paging.limit() + 1),
                    paging.limit(),
                    row -> paging.cursor(AssessmentOrder.keys(row)),
                    paging.countsExactly() ? (long) all.size() : null);
        }
        List<AssessmentView> rows = assessments.page(filter, readable, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? assessments.count(filter, readable) : null;
        return Page.of(rows, paging.limit(), row -> paging.cursor(AssessmentOrder.keys(row)), total);
    }
}
