package org.finplan.gateway.exchange;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What stands in front of the gateway. */
@ConfigMapping(prefix = "finplan.gateway.edge")
interface TrustedProxiesConfig {

    /** {@return networks, such as {@code 10.1.0.0/24}, of the proxies whose X-Forwarded headers are believed; of none without it} */
    Optional<List<String>> trustedProxies();
}
