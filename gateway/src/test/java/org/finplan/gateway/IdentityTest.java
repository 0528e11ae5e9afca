package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** Who gets in, and as whom. */
@GatewayTest
class IdentityTest {

    Client client;
    Surroundings surroundings;

    @Test
    void aGoodTokenBecomesTheInternalToken() {
        String token = surroundings
                .issuer()
                .token("district-441202", List.of("district-officer", "superuser"), List.of("441202"));
        Client.Answer arrived = client.get("/api/v1/tasks/echo", token);
        assertThat(arrived.internalAuthorization()).startsWith("Bearer ").doesNotContain(token);
        JsonObject claims = arrived.internalClaims();
        assertThat(claims.getString("iss")).isEqualTo("finplan-gateway");
        assertThat(claims.getString("aud")).isEqualTo("finplan-services");
        assertThat(claims.getString("sub")).isEqualTo("district-441202");
        assertThat(claims.getString("client_id")).isEqualTo("test-client");
        assertThat(claims.getJsonArray("groups")).containsExactly("district-officer");
        assertThat(claims.getJsonArray("regions")).containsExactly("441202");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(60);
    }

    @Test
    void theInternalTokenIsMintedOncePerCaller() {
        String first = surroundings.token("auditor");
        String second = surroundings.token("auditor");
        assertThat(first).isNotEqualTo(second);
        assertThat(sentOn(first)).isEqualTo(sentOn(second));
    }

    private String sentOn(String token) {
        return client.get("/api/v1/tasks/echo", token).internalAuthorization();
    }

    @Test
    void badCredentialsAreRefusedWithTheirReason() {
        TestIssuer issuer = surroundings.issuer();
        refused(null, "missing-credentials");
        refused("garbage", "token-malformed");
        refused("a.b.c", "token-malformed");
        refused(
                issuer.token("x", List.of(), List.of(), claims -> claims.setIssuer("http://other.example")),
                "token-issuer");
        refused(TestIssuer.internalToken(surroundings.internalKey()), "token-issuer");
        refused(issuer.token("x", List.of(), List.of(), claims -> claims.setAudience("another")), "token-audience");
        refused(issuer.token("x", List.of(), List.of(), claims -> claims.unsetClaim("aud")), "token-audience");
        refused(
                issuer.token("x", List.of(), List.of(), claims -> claims.setExpirationTime(at(-3600))),
                "token-expired");
        refused(issuer.token("x", List.of(), List.of(), claims -> claims.unsetClaim("exp")), "token-claims");
        refused(
                issuer.token("x", List.of(), List.of(), claims -> {
                    claims.setNotBefore(at(3600));
                    claims.setExpirationTime(at(7200));
                }),
                "token-not-yet-valid");
        refused(issuer.token("x", List.of(), List.of(), claims -> claims.unsetClaim("sub")), "token-claims");
        refused(issuer.token("x", List.of(), List.of(), claims -> claims.setClaim("sub", 7)), "token-claims");
        refused(issuer.token("x", List.of(), List.of(), claims -> claims.setClaim("exp", "tomorrow")), "token-claims");
        refused(issuer.token("x", List.of(), List.of(), claims -> claims.setClaim("nbf", true)), "token-claims");
        refused(issuer.token("x", List.of(), List.of(), claims -> claims.setClaim("aud", 7)), "token-claims");
        refused(
                issuer.token("x", List.of(), List.of(), claims -> claims.setIssuedAt(at(3600))),
                "token-issued-in-future");
        refused(
                issuer.token("x", List.of(), List.of(), claims -> {
                    claims.setIssuedAt(at(3600));
                    claims.setExpirationTime(at(7200));
                }),
                "token-issued-in-future");
        refused(
                issuer.token("x", List.of(), List.of(), claims -> {
                    claims.setNotBefore(at(-60));
                    claims.setExpirationTime(at(5));
                    claims.setIssuedAt(at(7));
                }),
                "token-claims");
        refused(issuer.unsignedToken("x"), "token-algorithm");
        refused(issuer.confusedToken("x"), "token-algorithm");
        refused(issuer.forgedToken("x"), "token-signature");
        refused(issuer.tokenWithKeyId("x", "no-such-key"), "token-signature");
    }

    private void refused(String token, String reason) {
        HttpResponse<String> answer = client.get("/api/v1/tasks/echo", token).response();
        assertThat(answer.statusCode()).as(reason).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer realm=\"finplan\"");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getString("code")).isEqualTo("unauthenticated");
        assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo(reason);
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
    }

    @Test
    void rotatedKeysAreFetchedOnce() {
        TestIssuer issuer = surroundings.issuer();
        assertThat(client.get("/api/v1/tasks/echo", issuer.token("a", List.of(), List.of()))
                        .status())
                .isEqualTo(200);
        int before = issuer.keyFetches();
        issuer.rotate("rotated-" + before);
        for (int i = 0; i < 3; i++) {
            String token = issuer.token("rotated", List.of(), List.of());
            assertThat(client.get("/api/v1/tasks/echo", token).status()).isEqualTo(200);
        }
        assertThat(issuer.keyFetches()).isEqualTo(before + 1);
    }

    @Test
    void eachIssuerSpeaksForItselfAlone() {
        TestIssuer other = surroundings.otherIssuer();
        assertThat(client.get("/api/v1/tasks/echo", other.token("a", List.of("auditor"), List.of()))
                        .status())
                .isEqualTo(200);
        refused(
                other.token(
                        "a",
                        List.of(),
                        List.of(),
                        claims -> claims.setIssuer(surroundings.issuer().url())),
                "token-signature");
    }

    @Test
    void anIssuerThatIsAwayStopsNobodyWhoseKeyIsKnown() {
        TestIssuer other = surroundings.otherIssuer();
        String before = other.token("b", List.of("auditor"), List.of());
        assertThat(client.get("/api/v1/tasks/echo", before).status()).isEqualTo(200);
        other.stop();
        try {
            String known = other.token("c", List.of("auditor"), List.of());
            assertThat(client.get("/api/v1/tasks/echo", known).status()).isEqualTo(200);
            Client.Answer unknown = client.get("/api/v1/tasks/echo", other.tokenWithKeyId("d", "new-key"));
            assertThat(unknown.status())
                    .as("it may have rotated; nobody can tell")
                    .isEqualTo(503);
            assertThat(unknown.header("Retry-After")).isNotNull();
            String own = surroundings.issuer().token("e", List.of("auditor"), List.of());
            assertThat(client.get("/api/v1/tasks/echo", own).status()).isEqualTo(200);
        } finally {
            other.start();
        }
    }

    private static NumericDate at(long secondsFromNow) {
        return NumericDate.fromSeconds(Instant.now().getEpochSecond() + secondsFromNow);
    }
}
