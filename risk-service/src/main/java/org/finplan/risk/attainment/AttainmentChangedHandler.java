package org.finplan.risk.attainment;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.AttainmentChanged;
import org.finplan.platform.events.Event;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.risk.assessment.AssessmentService;
import org.finplan.risk.rule.PlanIndicatorOffPath;
import org.finplan.risk.rule.PlanRules;
import org.finplan.risk.rule.PlanTerms;

/** Judges every change of attainment by {@link PlanIndicatorOffPath}. */
@ApplicationScoped
class AttainmentChangedHandler implements EventHandler<AttainmentChanged> {

    private static final PlanIndicatorOffPath RULE = new PlanIndicatorOffPath();

    private final AssessmentService assessments;
    private final PlanRules rules;

    AttainmentChangedHandler(AssessmentService assessments, PlanRules rules) {
        this.assessments = assessments;
        this.rules = rules;
    }

    @Override
    public Class<AttainmentChanged> type() {
        return AttainmentChanged.class;
    }

    @Override
    public void handle(Event<AttainmentChanged> event) {
        AttainmentChanged attainment = event.data();
        if (RULE.covers(attainment.indicator())) {
            rules.terms(PlanIndicatorOffPath.CODE).ifPresent(terms -> judge(event, terms));
        }
    }

    private void judge(Event<AttainmentChanged> event, PlanTerms terms) {
        assessments.take(
                RULE.judge(event, terms),
                terms.warning(),
                event.sequence(),
                RULE.title(event.data().indicatorName(), event.data().regionName()),
                event.id());
    }
}
