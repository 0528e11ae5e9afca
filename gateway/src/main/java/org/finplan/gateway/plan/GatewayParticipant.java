package org.finplan.gateway.plan;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.GatewayPlanAnswered;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.planversion.participant.PlanParticipant;

/** The gateway knows the regions of plans: the keys that are bound to them, and whose events are whose. */
@ApplicationScoped
class GatewayParticipant implements PlanParticipant {

    @Override
    public EventData answer(String plan, int version, String fingerprint, boolean prepared, LocalizedText reason) {
        return new GatewayPlanAnswered(plan, version, fingerprint, prepared, reason);
    }

    @Override
    public void enforce(PlanPackage read, int version) {
        // Regions are asked of the register, so that nothing is to be stored.
    }
}
