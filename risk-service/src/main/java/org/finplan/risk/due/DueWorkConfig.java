package org.finplan.risk.due;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the service looks for what is due. */
@ConfigMapping(prefix = "finplan.due-work")
interface DueWorkConfig {

    /** {@return how often an instance looks for deadlines that passed, silences that end and alerts that are muted no more} */
    @WithDefault("1s")
    Duration pollInterval();
}
