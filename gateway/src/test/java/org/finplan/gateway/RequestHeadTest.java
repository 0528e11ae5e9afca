package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads and bodies of the gateway's own operations are read as those of the services are. */
@GatewayTest
class RequestHeadTest {

    private static final String KEYS = "/api/v1/api-keys";
    private static final String JSON = "application/json";

    Client client;
    Surroundings surroundings;
    private String admin;

    @BeforeEach
    void prepare() {
        admin = surroundings.token("city-admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tasks/echo",
                "/api/v1/public/observations/echo",
                "/nothing",
                "/health",
                "/openapi",
                "/",
                KEYS
            })
    void everyAnswerHasItsTime(String path) {
        for (String token : new String[] {admin, null}) {
            Client.Answer answer = client.get(path, token);
            assertThat(answer.response().headers().allValues("Date")).as(path).hasSize(1);
            Instant written = ZonedDateTime.parse(answer.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            assertThat(written).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
        }
        assertThat(Wire.send(client.base(), "GARBAGE\r\n\r\n").text()).contains("\r\ndate: ", "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "If-Match", "If-None-Match", "Content-Type"})
    void ofTwoHeadersNoneIsTaken(String name) {
        for (String path : List.of("/api/v1/tasks/echo", KEYS)) {
            Client.Answer answer = Client.send(client.request(path, admin)
                    .header(name, "\"a\"")
                    .header(name, "\"b\"")
                    .POST(BodyPublishers.ofString("{}")));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().getString("code")).isEqualTo("repeated-parameter");
            assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                    .isEqualTo("header:" + name);
        }
    }

    @Test
    void ofTwoCredentialsNoneIsTaken() {
        Client.Answer answer = Client.send(client.request("/api/v1/tasks/echo", admin)
                .header("Authorization", "Bearer " + admin)
                .GET());
        assertThat(answer.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "7B226E616D65223A22C1AACDA8227D, 9", // {"name":"…"} in GBK
        "7B226E616D65223A22C0AF227D, 9", // overlong
        "7B226E616D65223A22EDA080227D, 10", // half of a surrogate pair
        "FEFF007B007D, 0", // UTF-16 with its mark
        "7B007D00, 1" // UTF-16 without
    })
    void aBodyThatIsNoUtf8IsRefusedWithItsPlace(String bytes, int place) {
        Client.Answer answer = Client.send(client.request(KEYS, admin)
                .header("Content-Type", JSON)
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofByteArray(HexFormat.of().parseHex(bytes))));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("malformed-json");
        assertThat(answer.json().getString("detail")).contains("byte " + place + ",");
    }

    @Test
    void aBodyInAnotherCharsetOrCompressedIsNotRead() {
        Client.Answer charset = Client.send(client.request(KEYS, admin)
                .header("Content-Type", JSON + ";charset=GBK")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(charset.status()).isEqualTo(415);
        Client.Answer packed = Client.send(client.request(KEYS, admin)
                .header("Content-Type", JSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(new byte[] {0x1f, (byte) 0x8b, 8, 0})));
        assertThat(packed.status()).isEqualTo(415);
        assertThat(packed.header("Accept-Encoding")).isEqualTo("identity");
        assertThat(packed.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("header:Content-Encoding");
    }

    @Test
    void aSemicolonInAQueryIsData() {
        Client.Answer answer = client.get(KEYS + "?owner=a;limit=x", admin);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(client.get(KEYS + "?limit=1;2", admin).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/api/v1/events", KEYS, "/health"})
    void anEmptyOrOldAcceptIsNoFault(String path) {
        for (String accept : List.of("", "*; q=.2, */*; q=.2", "application/json,", "application/*")) {
            String reply = Wire.firstAnswer(
                    client.base(),
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + admin + "\r\nAccept: "
                            + accept + "\r\nConnection: close\r\n\r\n");
            assertThat(reply).as(accept).startsWith("HTTP/1.1 200");
        }
    }
}
