package org.finplan.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whose access tokens are taken and how their claims are read. */
@ConfigMapping(prefix = "finplan.gateway")
interface IdentityConfig {

    /** {@return the issuers; a token of any other is refused} */
    List<Issuer> issuers();

    /** {@return how keys and tokens are handled} */
    Tokens tokens();

    /** One OIDC issuer: the local one of the embedded stack, Keycloak, any other. */
    interface Issuer {

        /** {@return the issuer exactly as in the {@code iss} claim} */
        String url();

        /** {@return audiences of which a token must carry one} */
        List<String> audience();

        /** {@return where the keys are; found by OIDC discovery below the issuer when absent} */
        Optional<URI> jwksUrl();

        /** {@return signature algorithms that this issuer may use; only asymmetric ones are possible} */
        @WithDefault("RS256,PS256,ES256")
        List<String> algorithms();

        /** {@return where the claims are} */
        Claims claims();
    }

    /** Paths into the claims, dots between the levels; of several the first that is there counts, roles are united. */
    interface Claims {

        /** {@return path of the subject} */
        @WithDefault("sub")
        List<String> subject();

        /** {@return paths of the roles} */
        @WithDefault("realm_access.roles,roles,groups")
        List<String> roles();

        /** {@return path of the region codes} */
        @WithDefault("regions")
        List<String> regions();

        /** {@return path of the units} */
        @WithDefault("units")
        List<String> units();

        /** {@return paths of the scopes, a list or a text with blanks between (RFC 8693, 4.2)} */
        @WithDefault("scope,scp")
        List<String> scopes();

        /** {@return path of the client} */
        @WithDefault("azp,client_id")
        List<String> client();
    }

    /** How keys and tokens are handled. */
    interface Tokens {

        /** {@return how far the clocks of issuer and gateway may be apart} */
        @WithDefault("10s")
        Duration clockSkew();

        /** {@return how long a verified token is remembered, so that its signature is not checked for each request} */
        @WithDefault("60s")
        Duration remember();

        /** {@return age at which the keys of an issuer are fetched again} */
        @WithDefault("10m")
        Duration keysMaxAge();

        /** {@return least time between two fetches of keys caused by unknown key ids} */
        @WithDefault("5s")
        Duration keysCooldown();
    }
}
