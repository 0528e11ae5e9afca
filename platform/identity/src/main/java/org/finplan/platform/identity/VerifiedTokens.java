package org.finplan.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;

/**
 * Checks the signature of an internal token once and knows it again until it ends: the gateway sends the same token of a
 * caller for half a minute, and the check costs more than many a read. A token that was refused is checked each time.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends JWTCallerPrincipalFactory {

    private static final int CALLERS = 10_000;
    /** As long as the gateway's tokens live; what counts is the end that the token itself names. */
    private static final Duration KEPT = Duration.ofSeconds(60);

    private final JWTCallerPrincipalFactory checking = new DefaultJWTCallerPrincipalFactory();
    /** Upkeep on the thread at hand: a pool for it would have another thread woken every few requests. */
    private final Cache<String, JWTCallerPrincipal> verified = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(CALLERS)
            .expireAfterWrite(KEPT)
            .build();

    private final Clock clock;

    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo trusted) throws ParseException {
        JWTCallerPrincipal known = verified.getIfPresent(token);
        if (known != null && clock.instant().getEpochSecond() < known.getExpirationTime()) {
            return known;
        }
        JWTCallerPrincipal fresh = checking.parse(token, trusted);
        verified.put(token, fresh);
        return fresh;
    }
}
