package org.finplan.risk.network.ranking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How rankings of failures are worked off. */
@ConfigMapping(prefix = "finplan.failure-rankings")
interface RankingConfig {

    /** {@return how often an instance looks for rankings that were ordered, or that another one left behind} */
    @WithDefault("1s")
    Duration pollInterval();

    /** {@return on how many threads an instance works out failures; it works on one ranking at a time} */
    @WithDefault("2")
    int threads();
}
