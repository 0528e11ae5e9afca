package org.finplan.indicators.due;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the service looks for figures that are overdue. */
@ConfigMapping(prefix = "finplan.overdue")
interface OverdueConfig {

    /** {@return how often an instance looks for figures whose day is over; the first look begins the watch of a plan} */
    @WithDefault("5m")
    Duration pollInterval();
}
