package org.finplan.gateway.request;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of a request before any route is looked at. Body limits belong to routes. */
@ConfigMapping(prefix = "finplan.gateway.limits")
public interface RequestLimitsConfig {

    /** {@return longest path with query; longer is 414} */
    @WithDefault("8K")
    MemorySize uri();

    /** {@return most bytes of all header names and values together; more is 431} */
    @WithDefault("32K")
    MemorySize headers();

    /** {@return longest time from the first byte of a request's head to its last, from the connection on for the first one} */
    @WithDefault("30s")
    Duration headTime();

    /** {@return longest time for the body of one of the gateway's own operations; those of services have a least rate} */
    @WithDefault("30s")
    Duration bodyTime();

    /** {@return how long the rest of a refused body is read and thrown away before the connection is cut} */
    @WithDefault("30s")
    Duration linger();
}
