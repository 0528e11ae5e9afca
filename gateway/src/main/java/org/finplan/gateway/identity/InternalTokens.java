package org.finplan.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.util.AsciiString;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import org.finplan.platform.identifier.Identifiers;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Mints the short-lived token that services trust: once per caller, used again while it is fresh. */
@Startup
@Singleton
public class InternalTokens {

    private static final int CALLERS = 10_000;

    private final InternalTokenConfig config;
    private final Clock clock;
    private final PrivateKey key;
    private final Cache<Identity, Minted> minted;

    InternalTokens(InternalTokenConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.key = read(config.signingKey());
        // Upkeep on the thread at hand: a pool for it would have another thread woken every few requests.
        this.minted = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(CALLERS)
                .expireAfterWrite(config.lifetime())
                .build();
    }

    /**
     * Gives a token for a caller.
     *
     * @param identity the caller
     * @return value of the header {@code Authorization}, good for at least half of the token's life; in the form in which it
     *     is copied onto the wire, not encoded again for each request
     */
    public CharSequence authorizationFor(Identity identity) {
        Instant now = clock.instant();
        Minted known = minted.getIfPresent(identity);
        if (known != null && now.isBefore(known.freshUntil())) {
            return known.authorization();
        }
        Minted fresh = new Minted(
                AsciiString.of("Bearer " + mint(identity, now)),
                now.plus(config.lifetime().dividedBy(2)));
        minted.put(identity, fresh);
        return fresh.authorization();
    }

    private String mint(Identity identity, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(config.issuer());
        claims.setAudience(config.audience());
        claims.setSubject(identity.subject());
        claims.setJwtId(Identifiers.next().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.plus(config.lifetime()).getEpochSecond()));
        claims.setStringListClaim("groups", new ArrayList<>(identity.roles()));
        claims.setStringListClaim("regions", new ArrayList<>(identity.regions()));
        claims.setStringListClaim("units", new ArrayList<>(identity.units()));
        claims.setStringClaim("client_id", identity.client());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setHeader("typ", "JWT");
        config.keyId().ifPresent(signature::setKeyIdHeaderValue);
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("The internal token cannot be signed", failure);
        }
    }

    private static PrivateKey read(String location) {
        Path path = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
        try {
            String pem = Files.readString(path);
            String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "finplan.internal-token.signing-key is no readable ES256 private key in PEM: " + path, unreadable);
        }
    }

    private record Minted(AsciiString authorization, Instant freshUntil) {}
}
