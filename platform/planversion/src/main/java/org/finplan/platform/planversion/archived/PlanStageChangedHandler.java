package org.finplan.platform.planversion.archived;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.PlanStageChanged;
import org.finplan.platform.outbox.EventHandler;

/** People led a plan on. Of the stages, only the last one closes anything here. */
@ApplicationScoped
class PlanStageChangedHandler implements EventHandler<PlanStageChanged> {

    private static final String ARCHIVED = "archived";

    private final ArchivedPlans plans;

    PlanStageChangedHandler(ArchivedPlans plans) {
        this.plans = plans;
    }

    @Override
    public Class<PlanStageChanged> type() {
        return PlanStageChanged.class;
    }

    @Override
    public void handle(Event<PlanStageChanged> event) {
        PlanStageChanged data = event.data();
        if (data.stage().equals(ARCHIVED)) {
            plans.add(data.plan(), data.decidedAt());
        }
    }
}
