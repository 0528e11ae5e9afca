package org.finplan.gateway.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Where the services behind the gateway are. */
@ConfigMapping(prefix = "finplan.gateway.services")
interface ServicesConfig {

    /** {@return the services by name} */
    @WithParentName
    Map<String, Backend> byName();

    /** One service. */
    interface Backend {

        /** {@return scheme, host and port, such as {@code http://127.0.0.1:8081}} */
        URI url();

        /** {@return most connections kept to it} */
        @WithDefault("64")
        int connections();

        /** {@return most requests that wait for a connection; more are answered 503 at once} */
        @WithDefault("512")
        int waiting();

        /** {@return how long a connection may take to come about} */
        @WithDefault("2s")
        Duration connectTimeout();
    }
}
