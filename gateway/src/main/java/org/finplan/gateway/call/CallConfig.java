package org.finplan.gateway.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The record of calls. */
@ConfigMapping(prefix = "finplan.gateway.calls")
interface CallConfig {

    /**
     * How long calls are kept, in whole days.
     *
     * @return at least a day; six months unless configured, as article 21 of the Cybersecurity Law asks of network logs
     */
    @WithDefault("184d")
    Duration retention();

    /** {@return most calls that wait to be written; more are not recorded, but counted and logged} */
    @WithDefault("20000")
    int queue();
}
