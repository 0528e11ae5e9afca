package org.finplan.platform.devstack.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void aTokenIsVerifiedWithWhatDiscoveryLeadsTo() throws Exception {
        SigningKey key = SigningKey.readOrCreate(directory, "issuer");
        try (LocalIssuer issuer = LocalIssuer.start(0, key)) {
            String token = new AccessTokens(issuer.url(), key, Clock.fixed(NOW, ZoneOffset.UTC))
                    .sign(DemoUser.find("district-441202").orElseThrow());
            List<String> parts = List.of(token.split("\\.", -1));
            JsonNode discovery = get(issuer.url() + "/.well-known/openid-configuration");
            assertThat(discovery.path("issuer").asText()).isEqualTo(issuer.url());
            JsonNode jwk = get(discovery.path("jwks_uri").asText()).path("keys").get(0);
            assertThat(decode(parts.get(0)).path("kid").asText())
                    .isEqualTo(jwk.path("kid").asText());
            assertThat(verifies(parts, jwk)).isTrue();
            JsonNode claims = decode(parts.get(1));
            assertThat(claims.path("iss").asText()).isEqualTo(issuer.url());
            assertThat(claims.path("aud").asText()).isEqualTo("finplan");
            assertThat(claims.path("azp").asText()).isEqualTo("finplan-cli");
            assertThat(claims.path("groups").toString()).isEqualTo("[\"district-officer\"]");
            assertThat(claims.path("regions").toString()).isEqualTo("[\"441202\"]");
            assertThat(claims.path("exp").asLong())
                    .isEqualTo(NOW.plusSeconds(3600).getEpochSecond());
        }
    }

    @Test
    void thereIsNothingElseToFetch() throws Exception {
        try (LocalIssuer issuer = LocalIssuer.start(0, SigningKey.generate())) {
            for (String path : List.of("/", "/jwks/private", "/token")) {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(issuer.url() + path)).build();
                assertThat(HttpClient.newHttpClient()
                                .send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void theKeyIsKeptAndHidden() throws IOException {
        SigningKey first = SigningKey.readOrCreate(directory, "sample");
        assertThat(SigningKey.readOrCreate(directory, "sample").id()).isEqualTo(first.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("sample.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void knowsTheDemoUsersAndNobodyElse() {
        assertThat(DemoUser.DISTRICTS).hasSize(11).allSatisfy(code -> assertThat(DemoUser.find("district-" + code))
                .hasValueSatisfying(user -> assertThat(user.regions()).containsExactly(code)));
        assertThat(DemoUser.find("institution-91441200MA4W000000"))
                .hasValueSatisfying(user -> assertThat(user.units()).containsExactly("91441200MA4W000000"));
        for (String role : List.of("city-admin", "city-officer", "risk-officer", "auditor", "integrator")) {
            assertThat(DemoUser.find(role))
                    .hasValueSatisfying(user -> assertThat(user.regions()).containsExactly(DemoUser.CITY));
            assertThat(DemoUser.find(role + "-SAMPLE-CITY")).hasValueSatisfying(user -> {
                assertThat(user.roles()).containsExactly(role);
                assertThat(user.regions()).containsExactly("SAMPLE-CITY");
            });
        }
        for (String name :
                List.of("", "root", "district-", "district-a b", "institution-1", "city-admin ", "city-admin-")) {
            assertThat(DemoUser.find(name)).as(name).isEmpty();
        }
    }

    private static JsonNode get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static JsonNode decode(String part) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static boolean verifies(List<String> parts, JsonNode jwk) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point =
                new ECPoint(number(jwk.path("x").asText()), number(jwk.path("y").asText()));
        PublicKey key = KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(key);
        signature.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts.get(2)));
    }

    private static BigInteger number(String encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded));
    }
}
