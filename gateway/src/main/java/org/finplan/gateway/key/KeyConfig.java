package org.finplan.gateway.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How API keys are handled. */
@ConfigMapping(prefix = "finplan.gateway.keys")
interface KeyConfig {

    /** {@return how long a key is not read again; a revocation takes effect on every gateway within twice that} */
    @WithDefault("5s")
    Duration remember();

    /** {@return how long a key that was read goes on while the database is unavailable} */
    @WithDefault("10m")
    Duration outlast();

    /** {@return longest life of a new key, and its life when the request names none} */
    @WithDefault("366D")
    Duration longestLife();

    /** {@return longest time for which the old secret works beside the new one} */
    @WithDefault("30D")
    Duration longestOverlap();
}
