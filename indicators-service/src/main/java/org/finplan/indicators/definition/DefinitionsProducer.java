package org.finplan.indicators.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.finplan.platform.plan.PlanRegister;

/** Makes the definitions known to those who compare. */
@ApplicationScoped
class DefinitionsProducer {

    @Produces
    @Singleton
    Definitions definitions(PlanRegister register) {
        return new Definitions(register);
    }
}
