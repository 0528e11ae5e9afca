package org.finplan.gateway.cors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which origins pages may call from. */
@ConfigMapping(prefix = "finplan.gateway.cors")
interface CorsConfig {

    /** {@return who may call routes that need no credentials} */
    @WithName("public")
    Allowed open();

    /** {@return who may call all other routes of the API} */
    Allowed api();

    /** {@return how long a browser remembers the answer to its preflight} */
    @WithDefault("10m")
    Duration maxAge();

    /** The origins of one class of routes. */
    interface Allowed {

        /** {@return origins, such as {@code https://tools.example}; none when absent} */
        Optional<List<String>> origins();
    }
}
