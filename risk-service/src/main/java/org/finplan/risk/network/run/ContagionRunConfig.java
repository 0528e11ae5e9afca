package org.finplan.risk.network.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which contagion runs are jobs, and how they are worked off. */
@ConfigMapping(prefix = "finplan.contagion-runs")
interface ContagionRunConfig {

    /** {@return how often an instance looks for runs that were ordered, or that another one left behind} */
    @WithDefault("1s")
    Duration pollInterval();

    /** {@return up to how many firms of its network a run is answered at once} */
    @WithDefault("20000")
    int mostFirmsAtOnce();

    /** {@return up to how many edges of its network a run is answered at once} */
    @WithDefault("50000")
    int mostEdgesAtOnce();
}
