package org.finplan.indicators.series;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.finplan.indicators.plan.Catalogue;

/** Makes the rules of the series known to the container, which their class knows nothing of. */
class SeriesRulesProducer {

    @Produces
    @Singleton
    SeriesRules rules(Catalogue catalogue) {
        return new SeriesRules(catalogue.plans(), catalogue.units());
    }
}
