package org.finplan.gateway.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the feed reads the event log. */
@ConfigMapping(prefix = "finplan.gateway.feed")
interface FeedConfig {

    /** {@return readers of the log, each with connections of its own; more questions wait for one} */
    @WithDefault("4")
    int readers();

    /** {@return most questions that wait for a reader; more are answered 503} */
    @WithDefault("512")
    int waiting();

    /** {@return most records looked at for one answer} */
    @WithDefault("5000")
    int scan();

    /** {@return longest time spent reading for one answer} */
    @WithDefault("2s")
    Duration time();

    /** {@return how long a topic that was made anew and is empty is waited for before its events count as lost} */
    @WithDefault("1m")
    Duration newLogPatience();
}
