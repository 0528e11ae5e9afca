package org.finplan.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.Startup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;

/** Verifies access tokens of the configured issuers. */
@Startup
@Singleton
class AccessTokens {

    private static final int LONGEST = 16_384;
    private static final int REMEMBERED = 20_000;

    private final Map<String, TrustedIssuer> issuers = new HashMap<>();
    private final Cache<String, Verified> verified;
    private final Clock clock;
    private final HttpClient client;

    AccessTokens(Vertx vertx, IdentityConfig config, Clock clock) {
        this.clock = clock;
        this.client = vertx.createHttpClient();
        Duration skew = config.tokens().clockSkew();
        for (IdentityConfig.Issuer issuer : config.issuers()) {
            IssuerKeys keys = new IssuerKeys(issuer, config.tokens(), client, clock);
            issuers.put(issuer.url(), new TrustedIssuer(issuer, keys, skew, clock));
        }
        // Upkeep on the thread at hand: a pool for it would have another thread woken every few requests.
        this.verified = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(REMEMBERED)
                .expireAfterWrite(config.tokens().remember())
                .build();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * Verifies a token.
     *
     * @param token the compact form
     * @return the caller; failed with a {@link ProblemException} that says what is wrong with the token
     */
    Future<Identity> verify(String token) {
        Verified known = verified.getIfPresent(token);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Future.succeededFuture(known.identity());
        }
        try {
            JwtContext unverified = read(token);
            TrustedIssuer issuer = issuerOf(unverified);
            JsonWebStructure signature = unverified.getJoseObjects().get(0);
            issuer.requireAlgorithm(header(signature, "alg"));
            return issuer.keys()
                    .find(header(signature, "kid"))
                    .recover(unavailable -> Future.failedFuture(ProblemException.of(
                                    WebError.SERVICE_UNAVAILABLE,
                                    "暂时无法取得签发方的公钥，请稍后再试。",
                                    "The keys of the issuer cannot be fetched at the moment; try again.")
                            .withHeader("Retry-After", "5")))
                    .map(key -> accept(issuer, token, key.orElseThrow(TokenFault.SIGNATURE::problem)));
        } catch (ProblemException problem) {
            return Future.failedFuture(problem);
        }
    }

    /** A member of the header that is a text or not there; the library would stumble over anything else. */
    private static String header(JsonWebStructure signature, String name) {
        Object value = signature.getHeaders().getObjectHeaderValue(name);
        if (value != null && !(value instanceof String)) {
            throw TokenFault.MALFORMED.problem();
        }
        return (String) value;
    }

    private Identity accept(TrustedIssuer issuer, String token, Key key) {
        Verified accepted = issuer.accept(token, key);
        verified.put(token, accepted);
        return accepted.identity();
    }

    /** Reads the token without believing it, to learn which issuer's key would have to verify it. */
    private static JwtContext read(String token) {
        try {
            if (token.length() > LONGEST) {
                throw TokenFault.MALFORMED.problem();
            }
            JwtContext context = new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build()
                    .process(token);
            if (context.getJoseObjects().size() != 1) {
                throw TokenFault.MALFORMED.problem();
            }
            return context;
        } catch (InvalidJwtException unreadable) {
            throw TokenFault.MALFORMED.problem();
        }
    }

    private TrustedIssuer issuerOf(JwtContext context) {
        try {
            TrustedIssuer issuer = issuers.get(context.getJwtClaims().getIssuer());
            if (issuer == null) {
                throw TokenFault.ISSUER.problem();
            }
            return issuer;
        } catch (MalformedClaimException noText) {
            throw TokenFault.MALFORMED.problem();
        }
    }

    /**
     * A token that was found good.
     *
     * @param identity the caller
     * @param until end of the token
     */
    record Verified(Identity identity, Instant until) {}
}
