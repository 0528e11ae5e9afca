package org.finplan.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedTokensTest {

    private static final String GATEWAY = "finplan-gateway";

    private final VerifiedTokens tokens = new VerifiedTokens(Clock.systemUTC());
    private SigningKey key;
    private JWTAuthContextInfo trusted;

    @BeforeEach
    void trustTheGateway(@TempDir Path directory) throws Exception {
        key = SigningKey.readOrCreate(directory, "internal");
        String pem = Files.readString(directory.resolve("internal.pub.pem")).replaceAll("-----[A-Z ]+-----", "");
        PublicKey published = KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        trusted = new JWTAuthContextInfo(published, GATEWAY);
        trusted.setClockSkew(0);
        trusted.setSignatureAlgorithm(Set.of(io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256));
    }

    @Test
    void anAcceptedTokenIsKnownAgain() throws ParseException {
        String token = key.sign(claims("officer", Duration.ofMinutes(1)));

        JWTCallerPrincipal first = tokens.parse(token, trusted);

        assertThat(first.getName()).isEqualTo("officer");
        assertThat(tokens.parse(token, trusted)).isSameAs(first);
    }

    @Test
    void anotherCallerIsAnotherCaller() throws ParseException {
        tokens.parse(key.sign(claims("officer", Duration.ofMinutes(1))), trusted);

        assertThat(tokens.parse(key.sign(claims("auditor", Duration.ofMinutes(1))), trusted)
                        .getName())
                .isEqualTo("auditor");
    }

    @Test
    void theSameWordsWithAnotherSignatureAreRefused() throws ParseException {
        Map<String, Object> claims = claims("officer", Duration.ofMinutes(1));
        String token = key.sign(claims);
        tokens.parse(token, trusted);
        String strange = SigningKey.generate().sign(claims);
        String forged = token.substring(0, token.lastIndexOf('.')) + strange.substring(strange.lastIndexOf('.'));

        assertThatThrownBy(() -> tokens.parse(strange, trusted)).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> tokens.parse(forged, trusted)).isInstanceOf(ParseException.class);
    }

    @Test
    void aTokenThatEndedIsKnownNoMore() throws ParseException {
        String token = key.sign(claims("officer", Duration.ofSeconds(5)));
        tokens.parse(token, trusted);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThatThrownBy(() -> tokens.parse(token, trusted)).isInstanceOf(ParseException.class));
    }

    private static Map<String, Object> claims(String subject, Duration life) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject);
        claims.put("iss", GATEWAY);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(life).getEpochSecond());
        return claims;
    }
}
