package org.finplan.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;

/** An OIDC issuer on loopback: discovery, a key set that can rotate, and tokens good and bad. */
final class TestIssuer {

    private final Vertx vertx;
    private HttpServer server;
    private int port;
    private final AtomicInteger keyFetches = new AtomicInteger();
    private volatile RsaJsonWebKey key = newKey("key-1");

    TestIssuer(Vertx vertx) {
        this.vertx = vertx;
        start();
        this.port = server.actualPort();
    }

    void stop() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    void start() {
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    if (request.path().equals("/.well-known/openid-configuration")) {
                        request.response()
                                .end(JsonObject.of("issuer", url(), "jwks_uri", url() + "/keys")
                                        .encode());
                    } else {
                        keyFetches.incrementAndGet();
                        JsonObject jwk = new JsonObject(key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
                        request.response()
                                .end(JsonObject.of("keys", JsonArray.of(jwk)).encode());
                    }
                })
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    int keyFetches() {
        return keyFetches.get();
    }

    void rotate(String keyId) {
        key = newKey(keyId);
    }

    /** A good token with the claims of a user of the suite. */
    String token(String subject, List<String> roles, List<String> regions) {
        return token(subject, roles, regions, claims -> {});
    }

    String token(String subject, List<String> roles, List<String> regions, Consumer<JwtClaims> change) {
        JwtClaims claims = claims(subject, roles, regions);
        change.accept(claims);
        return sign(claims, "RS256", key.getRsaPrivateKey(), key.getKeyId());
    }

    /** The public key taken for a shared secret, as a verifier would do that believes the header of the token. */
    String confusedToken(String subject) {
        HmacKey secret = new HmacKey(key.getRsaPublicKey().getEncoded());
        return sign(claims(subject, List.of("city-admin"), List.of()), "HS256", secret, key.getKeyId());
    }

    String unsignedToken(String subject) {
        return sign(claims(subject, List.of("city-admin"), List.of()), "none", null, null);
    }

    /** Signed by somebody else under the name of this issuer's key. */
    String forgedToken(String subject) {
        RsaJsonWebKey other = newKey(key.getKeyId());
        return sign(
                claims(subject, List.of("city-admin"), List.of()), "RS256", other.getRsaPrivateKey(), key.getKeyId());
    }

    String tokenWithKeyId(String subject, String keyId) {
        return sign(claims(subject, List.of("city-admin"), List.of()), "RS256", key.getRsaPrivateKey(), keyId);
    }

    /** {@return the public half of the key} */
    java.security.interfaces.RSAPublicKey publicKey() {
        return (java.security.interfaces.RSAPublicKey) key.getPublicKey();
    }

    /** {@return the id of the key} */
    String keyId() {
        return key.getKeyId();
    }

    /** Signs any two texts with the key of the issuer by RS256, whatever they say. */
    String signed(String header, String payload) {
        java.util.Base64.Encoder url = java.util.Base64.getUrlEncoder().withoutPadding();
        String content = url.encodeToString(header.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "."
                + url.encodeToString(payload.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try {
            java.security.Signature signature = java.security.Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getRsaPrivateKey());
            signature.update(content.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return content + "." + url.encodeToString(signature.sign());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An internal token, as nobody outside may send it. */
    static String internalToken(SigningKey internal) {
        long now = Instant.now().getEpochSecond();
        return internal.sign(Map.of(
                "iss",
                "finplan-gateway",
                "aud",
                "finplan-services",
                "sub",
                "city-admin",
                "groups",
                List.of("city-admin"),
                "iat",
                now,
                "exp",
                now + 60));
    }

    private JwtClaims claims(String subject, List<String> roles, List<String> regions) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url());
        claims.setAudience("finplan");
        claims.setSubject(subject);
        claims.setGeneratedJwtId();
        claims.setExpirationTime(NumericDate.fromSeconds(
                Instant.now().plus(Duration.ofMinutes(5)).getEpochSecond()));
        claims.setClaim("realm_access", Map.of("roles", roles));
        claims.setStringListClaim("regions", regions);
        claims.setStringClaim("azp", "test-client");
        return claims;
    }

    private static String sign(JwtClaims claims, String algorithm, java.security.Key key, String keyId) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setPayload(claims.toJson());
            signature.setKey(key);
            if (keyId != null) {
                signature.setKeyIdHeaderValue(keyId);
            }
            return signature.getCompactSerialization();
        } catch (org.jose4j.lang.JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey newKey(String keyId) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            RsaJsonWebKey key = new RsaJsonWebKey((java.security.interfaces.RSAPublicKey) pair.getPublic());
            key.setPrivateKey(pair.getPrivate());
            key.setKeyId(keyId);
            key.setUse("sig");
            return key;
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
