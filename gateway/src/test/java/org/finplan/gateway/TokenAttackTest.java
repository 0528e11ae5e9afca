package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tokens made to be believed. Each is 401 with a problem, and the service never hears of it. */
@GatewayTest
class TokenAttackTest {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final String PATH = "/api/v1/tasks/count";

    Client client;
    Surroundings surroundings;
    private TestIssuer issuer;

    @BeforeEach
    void prepare() {
        issuer = surroundings.issuer();
    }

    private String claims(String more) {
        return "{\"iss\":\"" + issuer.url()
                + "\",\"aud\":\"finplan\",\"sub\":\"mallory\",\"groups\":[\"city-admin\"],\"exp\":"
                + (Instant.now().getEpochSecond() + 300) + more + "}";
    }

    private String header(String more) {
        return "{\"alg\":\"RS256\",\"kid\":\"" + issuer.keyId() + "\"" + more + "}";
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String header, String payload, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String content = encoded(header) + "." + encoded(payload);
            return content + "." + URL.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFormItselfIsTaken() {
        assertThat(status(issuer.signed(header(""), claims("")))).isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> otherAlgorithms() {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String none : List.of("none", "None", "NONE", "nOnE", "", "null", "HS256 ", "rs256", "RS256\\u0000")) {
            String header = "{\"alg\":\"" + none + "\"}";
            tokens.put("alg " + none + " without signature", encoded(header) + "." + encoded(claims("")) + ".");
            tokens.put("alg " + none + " signed", issuer.signed(header, claims("")));
        }
        tokens.put("no alg", issuer.signed("{\"kid\":\"" + issuer.keyId() + "\"}", claims("")));
        tokens.put("alg twice", issuer.signed("{\"alg\":\"RS256\",\"alg\":\"none\"}", claims("")));
        tokens.put("alg is a list", issuer.signed("{\"alg\":[\"RS256\"]}", claims("")));
        byte[] key = issuer.publicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PUBLIC KEY-----\n";
        String hs256 = "{\"alg\":\"HS256\",\"kid\":\"" + issuer.keyId() + "\"}";
        tokens.put("HS256 with the public key", hmac(hs256, claims(""), key));
        tokens.put("HS256 with the public key as PEM", hmac(hs256, claims(""), pem.getBytes(StandardCharsets.UTF_8)));
        tokens.put("RS256 by HMAC", hmac(header(""), claims(""), key));
        String es256 = "{\"alg\":\"ES256\",\"kid\":\"" + issuer.keyId() + "\"}";
        tokens.put(
                "ES256 signature of zeros",
                encoded(es256) + "." + encoded(claims("")) + "." + URL.encodeToString(new byte[64]));
        tokens.put("ES256 over an RSA key", issuer.signed(es256, claims("")));
        tokens.put(
                "PS256 over a PKCS 1 signature",
                issuer.signed("{\"alg\":\"PS256\",\"kid\":\"" + issuer.keyId() + "\"}", claims("")));
        return refused(tokens);
    }

    @TestFactory
    Stream<DynamicTest> changedTokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        String good = issuer.signed(header(""), claims(""));
        String[] parts = good.split("\\.", -1);
        tokens.put("another payload", parts[0] + "." + encoded(claims(",\"a\":1")) + "." + parts[2]);
        tokens.put("another header", encoded(header(",\"a\":1")) + "." + parts[1] + "." + parts[2]);
        tokens.put("half a signature", parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() / 2));
        tokens.put("no signature", parts[0] + "." + parts[1] + ".");
        tokens.put("two parts", parts[0] + "." + parts[1]);
        tokens.put("four parts", good + "." + parts[2]);
        tokens.put("five parts", good + ".a.b");
        tokens.put("one part", parts[0]);
        tokens.put("dots", "..");
        tokens.put("JSON form", "{\"payload\":\"" + parts[1] + "\",\"signatures\":[]}");
        tokens.put("blanks within", parts[0] + ". " + parts[1] + "." + parts[2]);
        tokens.put("nested", issuer.signed("{\"alg\":\"RS256\",\"cty\":\"JWT\"}", good));
        tokens.put("16 KB of claims", issuer.signed(header(""), claims(",\"x\":\"" + "x".repeat(16_000) + "\"")));
        tokens.put("encrypted", encoded("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "..AAAA.AAAA.AAAA");
        tokens.put("payload is no JSON", issuer.signed(header(""), "mallory"));
        tokens.put("payload is a list", issuer.signed(header(""), "[]"));
        tokens.put("header is no JSON", issuer.signed("RS256", claims("")));
        tokens.put("deep payload", issuer.signed(header(""), "[".repeat(5_000)));
        return refused(tokens);
    }

    @TestFactory
    Stream<DynamicTest> keysOfTheCallersChoice() {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String kid : List.of(
                "../../../../../dev/null",
                "' OR '1'='1",
                "x' UNION SELECT 'secret",
                "http://127.0.0.1:1/key",
                "${jndi:ldap://127.0.0.1:1/a}",
                "a\\u0000b",
                "k".repeat(8_000))) {
            tokens.put(
                    "kid " + kid.substring(0, Math.min(40, kid.length())),
                    issuer.signed("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}", claims("")));
        }
        tokens.put("kid is a number", issuer.signed("{\"alg\":\"RS256\",\"kid\":7}", claims("")));
        tokens.put("kid is an object", issuer.signed("{\"alg\":\"RS256\",\"kid\":{}}", claims("")));
        tokens.put("unknown critical header", issuer.signed(header(",\"crit\":[\"exp\"],\"exp\":1"), claims("")));
        tokens.put("payload not encoded", issuer.signed(header(",\"b64\":false,\"crit\":[\"b64\"]"), claims("")));
        return refused(tokens);
    }

    /** The attacker's own issuer would be asked for its keys if any of these were believed. */
    @Test
    void noKeyIsFetchedFromWhereATokenSays() {
        Vertx vertx = Vertx.vertx();
        try {
            refuseKeysOf(new TestIssuer(vertx));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void refuseKeysOf(TestIssuer mallory) {
        String own = mallory.url() + "/keys";
        String modulus = URL.encodeToString(mallory.publicKey().getModulus().toByteArray());
        for (String more : List.of(
                ",\"jku\":\"" + own + "\"",
                ",\"x5u\":\"" + own + "\"",
                ",\"jwk\":{\"kty\":\"RSA\",\"n\":\"" + modulus + "\",\"e\":\"AQAB\"}",
                ",\"x5c\":[\"" + Base64.getEncoder().encodeToString(new byte[64]) + "\"]")) {
            refuse(mallory.signed(header(more), claims("")));
            refuse(mallory.signed("{\"alg\":\"RS256\"" + more + "}", claims("")));
        }
        String foreign = claims("").replace(issuer.url(), mallory.url());
        refuse(mallory.signed("{\"alg\":\"RS256\",\"kid\":\"" + mallory.keyId() + "\"}", foreign));
        assertThat(mallory.keyFetches()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> claimsThatLie() {
        long now = Instant.now().getEpochSecond();
        Map<String, String> tokens = new LinkedHashMap<>();
        String iss = "\"iss\":\"" + issuer.url() + "\"";
        for (String other : List.of(
                "\"iss\":\"" + issuer.url() + "/\"",
                "\"iss\":[\"" + issuer.url() + "\"]",
                "\"iss\":null",
                "\"iss\":{}",
                "\"iss\":\"" + issuer.url() + "\\u0000\"",
                "\"iss\":\"" + issuer.url() + "#\"")) {
            tokens.put(other, issuer.signed(header(""), claims("").replace(iss, other)));
        }
        tokens.put("subject twice", issuer.signed(header(""), claims(",\"sub\":\"city-admin\"")));
        tokens.put("expiry twice", issuer.signed(header(""), claims(",\"exp\":99999999999")));
        for (String sub :
                List.of("\"\"", "\" \"", "7", "null", "[\"a\"]", "\"a\\nb\"", "\"" + "a".repeat(201) + "\"")) {
            tokens.put(
                    "sub " + sub.substring(0, Math.min(20, sub.length())),
                    issuer.signed(header(""), claims("").replace("\"sub\":\"mallory\"", "\"sub\":" + sub)));
        }
        for (String exp :
                List.of("0", "-1", "null", "\"tomorrow\"", "{}", Long.toString(now - 3600), "-9223372036854775808")) {
            tokens.put(
                    "exp " + exp, issuer.signed(header(""), claims("").replaceAll("\"exp\":\\d+", "\"exp\":" + exp)));
        }
        for (String nbf : List.of(Long.toString(now + 3600), "9223372036854775807")) {
            tokens.put("nbf " + nbf, issuer.signed(header(""), claims(",\"nbf\":" + nbf)));
        }
        for (String aud :
                List.of("\"other\"", "[\"finplan-services\"]", "null", "{}", "\"finplan \"", "[]", "\"FINPLAN\"")) {
            tokens.put(
                    "aud " + aud,
                    issuer.signed(header(""), claims("").replace("\"aud\":\"finplan\"", "\"aud\":" + aud)));
        }
        return refused(tokens);
    }

    @Test
    void endlessTokensBreakNothing() {
        for (String exp : List.of("9223372036854775807", "1e400", "99999999999999999999", "253402300800")) {
            int status = status(issuer.signed(header(""), claims("").replaceAll("\"exp\":\\d+", "\"exp\":" + exp)));
            assertThat(status).as("exp %s", exp).isIn(200, 401);
        }
    }

    /** The role of the public is given by the gateway alone, and roles come as texts or not at all. */
    @Test
    void rolesThatNobodyMayBringAreDropped() {
        String groups = "\"groups\":[\"city-admin\"]";
        for (String brought : List.of(
                "\"groups\":[\"public\"]",
                "\"groups\":{\"city-admin\":true}",
                "\"groups\":[[\"city-admin\"]]",
                "\"groups\":\"city-admin,auditor\"",
                "\"groups\":[\"City-Admin\",\" city-admin\"]",
                "\"groups\":[7,null,true]")) {
            String token = issuer.signed(header(""), claims("").replace(groups, brought));
            JsonObject arrived = client.get("/api/v1/tasks/echo", token).json();
            String internal = arrived.getJsonObject("headers")
                    .getJsonArray("authorization")
                    .getString(0);
            assertThat(Client.claims(internal.substring(7)).getJsonArray("groups"))
                    .as(brought)
                    .isEmpty();
        }
    }

    @Test
    void credentialsComeInOneHeaderOnly() {
        String good = issuer.signed(header(""), claims(""));
        for (String head : List.of(
                "",
                "Authorization: " + good + "\r\n",
                "Authorization: Basic " + good + "\r\n",
                "Authorization: Bearer\r\n",
                "Authorization: Bearer " + good + ", Bearer " + good + "\r\n",
                "Authorization: Bearer " + good + "\r\nAuthorization: Bearer " + good + "\r\n",
                "Proxy-Authorization: Bearer " + good + "\r\n",
                "X-Authorization: Bearer " + good + "\r\n",
                "X-Forwarded-Access-Token: " + good + "\r\n",
                "X-Finplan-Role: city-admin\r\n",
                "Cookie: access_token=" + good + "\r\n")) {
            Wire.Reply reply = Wire.send(
                    client.base(),
                    "GET " + PATH + "?access_token=" + good + " HTTP/1.1\r\nHost: x\r\n" + head
                            + "Connection: close\r\n\r\n");
            assertThat(reply.status()).as(head).isEqualTo(401);
            assertThat(reply.text()).contains("WWW-Authenticate").doesNotContain(good);
        }
    }

    private Stream<DynamicTest> refused(Map<String, String> tokens) {
        return tokens.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> refuse(entry.getValue())));
    }

    private void refuse(String token) {
        long before = surroundings.tasks().completedBodies();
        Client.Answer answer = client.get(PATH, token);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(401);
        assertThat(answer.json().getString("code")).isEqualTo("unauthenticated");
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                .matches("[a-z-]+");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
        assertThat(answer.response().body()).doesNotContain(token, "jose4j", "Exception");
        assertThat(surroundings.tasks().completedBodies()).isEqualTo(before);
    }

    private int status(String token) {
        return client.get(PATH, token).status();
    }
}
