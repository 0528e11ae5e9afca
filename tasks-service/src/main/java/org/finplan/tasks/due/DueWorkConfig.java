package org.finplan.tasks.due;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the service looks for what is due. */
@ConfigMapping(prefix = "finplan.due-work")
interface DueWorkConfig {

    /** {@return how often an instance looks for steps of supervision and changed calendars} */
    @WithDefault("1s")
    Duration pollInterval();
}
