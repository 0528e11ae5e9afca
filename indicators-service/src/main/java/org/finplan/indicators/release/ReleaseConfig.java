package org.finplan.indicators.release;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When releases are published. */
@ConfigMapping(prefix = "finplan.release")
interface ReleaseConfig {

    /** {@return how often an instance looks for releases whose time has come} */
    @WithDefault("500ms")
    Duration pollInterval();
}
