package org.finplan.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The token that services trust. */
@ConfigMapping(prefix = "finplan.internal-token")
interface InternalTokenConfig {

    /** {@return path or file URL of the ES256 private key, PEM (PKCS 8)} */
    String signingKey();

    /** {@return key id to name in the header, for services that hold several keys during a rotation} */
    Optional<String> keyId();

    /** {@return issuer of internal tokens} */
    @WithDefault("finplan-gateway")
    String issuer();

    /** {@return audience of internal tokens} */
    @WithDefault("finplan-services")
    String audience();

    /** {@return life of an internal token} */
    @WithDefault("60s")
    Duration lifetime();
}
