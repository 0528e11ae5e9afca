package org.finplan.risk.network.snapshot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How large a network may be, and what the service keeps of networks in memory. */
@ConfigMapping(prefix = "finplan.networks")
interface NetworkConfig {

    /** {@return most firms of a network} */
    @WithDefault("200000")
    int firmsAtMost();

    /** {@return most edges of a network} */
    @WithDefault("500000")
    int edgesAtMost();

    /** {@return most firms and edges of the networks that are kept ready in memory, all together; about 130 bytes each} */
    @WithDefault("800000")
    int readyAtMost();

    /** {@return how long the reading of a large network waits for another one that is being read; later it is 503} */
    @WithDefault("10s")
    Duration patience();
}
