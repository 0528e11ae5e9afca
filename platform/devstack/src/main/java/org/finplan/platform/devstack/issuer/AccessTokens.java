package org.finplan.platform.devstack.issuer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Signs access tokens of demo users, as the local issuer's tokens. */
public final class AccessTokens {

    /** Name of the issuer's key in the directory of secrets. */
    public static final String KEY_NAME = "issuer";

    /** How long a token is valid: a working session of the demo, no longer. */
    public static final Duration LIFE = Duration.ofHours(1);

    private static final String AUDIENCE = "finplan";
    private static final String CLIENT = "finplan-cli";

    private final String issuer;
    private final SigningKey key;
    private final Clock clock;

    /**
     * @param issuer URL of the issuer
     * @param key key of the issuer
     * @param clock the time
     */
    public AccessTokens(String issuer, SigningKey key, Clock clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    /**
     * The tokens of the stack in a data directory.
     *
     * @param dataDirectory its data directory
     * @param issuer URL of its issuer
     * @return the signer
     */
    public static AccessTokens of(Path dataDirectory, String issuer) {
        return new AccessTokens(
                issuer, SigningKey.readOrCreate(dataDirectory.resolve("secrets"), KEY_NAME), Clock.systemUTC());
    }

    /**
     * Signs a token.
     *
     * @param user the demo user
     * @return the compact form
     */
    public String sign(DemoUser user) {
        Instant now = clock.instant();
        Map<String, Object> claims = user.claims();
        claims.put("iss", issuer);
        claims.put("aud", AUDIENCE);
        claims.put("azp", CLIENT);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return key.sign(claims);
    }
}
