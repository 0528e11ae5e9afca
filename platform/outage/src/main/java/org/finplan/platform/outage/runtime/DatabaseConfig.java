package org.finplan.platform.outage.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the connection pool may be of no use. */
@ConfigMapping(prefix = "finplan.database.pool")
interface DatabaseConfig {

    /** {@return after how long without a usable connection, though the database answers, the program ends} */
    @WithDefault("1m")
    Duration patience();

    /** {@return time between two looks at the pool} */
    @WithDefault("5s")
    Duration interval();
}
