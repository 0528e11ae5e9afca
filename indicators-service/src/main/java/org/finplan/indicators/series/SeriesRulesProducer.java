package org.finplan.indicators.series;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.finplan.platform.plan.PlanRegister;

/** Makes the rules of the series known to the container, which their class knows nothing of. */
class SeriesRulesProducer {

    @Produces
    @Singleton
    SeriesRules rules(PlanRegister register) {
        return new SeriesRules(register);
    }
}
