package org.finplan.risk.plan;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.RiskPlanAnswered;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.planversion.participant.PlanParticipant;

/** Takes part in versions of plan packages: names and benchmarks are asked of the register, so that nothing is to be stored. */
@ApplicationScoped
class RiskParticipant implements PlanParticipant {

    @Override
    public EventData answer(String plan, int version, String fingerprint, boolean prepared, LocalizedText reason) {
        return new RiskPlanAnswered(plan, version, fingerprint, prepared, reason);
    }

    @Override
    public void enforce(PlanPackage read, int version) {
        // Alerts stand as they are; whose indicator is retired is seen when they are read.
    }
}
