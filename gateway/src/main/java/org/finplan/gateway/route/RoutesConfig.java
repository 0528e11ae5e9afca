package org.finplan.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which paths belong to which service. */
@ConfigMapping(prefix = "finplan.gateway.routes")
interface RoutesConfig {

    /** {@return the routes by name} */
    @WithParentName
    Map<String, Entry> byName();

    /** One route. */
    interface Entry {

        /** {@return name of the service under {@code finplan.gateway.services}} */
        String service();

        /** {@return path prefixes; the longest of all routes that fits wins} */
        List<String> paths();

        /** {@return longest silence of the service, before its answer and within it} */
        @WithDefault("30s")
        Duration timeout();

        /** {@return longest silence of an event stream; its heartbeats must come more often} */
        @WithDefault("60s")
        Duration streamTimeout();

        /** {@return largest request body, counted while it streams; larger is 413} */
        @WithDefault("10M")
        MemorySize bodyLimit();

        /** {@return least bytes per second of a request body on average, once the timeout was spent waiting for it; slower is 408} */
        @WithDefault("4K")
        MemorySize bodyRate();

        /** {@return whether callers without credentials are let through, as the public} */
        @WithDefault("false")
        boolean open();
    }
}
