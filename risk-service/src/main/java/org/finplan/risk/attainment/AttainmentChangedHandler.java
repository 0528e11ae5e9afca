package org.finplan.risk.attainment;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.Event;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.risk.assessment.AssessmentService;
import org.finplan.risk.rule.PlanIndicatorOffPath;
import org.finplan.risk.rule.RuleBook;

/** Judges every change of attainment by {@link PlanIndicatorOffPath}. */
@ApplicationScoped
class AttainmentChangedHandler implements EventHandler<AttainmentChanged> {

    private static final PlanIndicatorOffPath RULE = RuleBook.PLAN_INDICATOR_OFF_PATH;

    private final AssessmentService assessments;

    AttainmentChangedHandler(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @Override
    public Class<AttainmentChanged> type() {
        return AttainmentChanged.class;
    }

    @Override
    public void handle(Event<AttainmentChanged> event) {
        AttainmentChanged attainment = event.data();
        if (RULE.covers(attainment.indicator())) {
            assessments.take(
                    RULE,
                    RULE.judge(event),
                    event.sequence(),
                    RULE.title(attainment.indicatorName(), attainment.regionName()),
                    event.id());
        }
    }
}
