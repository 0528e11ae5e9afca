package org.finplan.risk.attainment;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.Event;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.risk.alert.AlertRaisingService;
import org.finplan.risk.assessment.Assessments;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.PlanIndicatorOffPath;
import org.finplan.risk.rule.RuleBook;

/** Judges every change of attainment by {@link PlanIndicatorOffPath} and lets the alert follow the newest period. */
@ApplicationScoped
class AttainmentChangedHandler implements EventHandler<AttainmentChanged> {

    private static final PlanIndicatorOffPath RULE = RuleBook.PLAN_INDICATOR_OFF_PATH;

    private final Assessments assessments;
    private final AlertRaisingService alerts;

    AttainmentChangedHandler(Assessments assessments, AlertRaisingService alerts) {
        this.assessments = assessments;
        this.alerts = alerts;
    }

    @Override
    public Class<AttainmentChanged> type() {
        return AttainmentChanged.class;
    }

    @Override
    public void handle(Event<AttainmentChanged> event) {
        AttainmentChanged attainment = event.data();
        if (!RULE.covers(attainment.indicator())) {
            return;
        }
        Finding finding = RULE.judge(event);
        if (assessments.keep(finding, event.sequence())) {
            alerts.follow(
                    RULE,
                    finding.subject(),
                    assessments.newestJudged(finding.subject()),
                    RULE.title(attainment.indicatorName(), attainment.regionName()),
                    event.id());
        }
    }
}
