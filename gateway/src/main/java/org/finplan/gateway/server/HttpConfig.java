package org.finplan.gateway.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the gateway listens. */
@ConfigMapping(prefix = "finplan.http")
interface HttpConfig {

    /** {@return the address to listen on} */
    @WithDefault("127.0.0.1")
    String host();

    /** {@return the port to listen on; 0 takes one that is free} */
    @WithDefault("8080")
    int port();
}
