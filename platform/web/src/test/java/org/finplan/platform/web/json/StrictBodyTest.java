package org.finplan.platform.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.finplan.platform.web.sample.Requests.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.finplan.platform.web.sample.RawHttp;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is read exactly or refused with the place that is wrong; never half, never with another value. */
@WebTest
class StrictBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "459",
                "459.00",
                "-0.10",
                "12345678901234567890.123456789012345678",
                "0.000000000000000001",
                "99999999999999999999999999999999999999"
            })
    void keepsEveryDigit(String number) {
        String answer =
                post(figure("\"value\":" + number)).statusCode(200).extract().asString();
        assertThat(answer).contains("\"value\":" + number + ",");
        String fromText = post(figure("\"value\":\"" + number + "\""))
                .statusCode(200)
                .extract()
                .asString();
        assertThat(fromText).contains("\"value\":" + number + ",");
    }

    @Test
    void writesExponentsPlainly() {
        assertThat(post(figure("\"value\":4.59E2")).statusCode(200).extract().asString())
                .contains("\"value\":459,");
        assertThat(post(figure("\"value\":1E3")).statusCode(200).extract().asString())
                .contains("\"value\":1000,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E999999999",
                "1E-999999999",
                "1E39",
                "1E-19",
                "\"1E999999999\"",
                "\"NaN\"",
                "\"1,000\"",
                "\"\"",
                "true",
                "[1]",
                "{}",
                "\" 1\"",
                "\"0x1F\"",
                "\"١\""
            })
    void refusesNumbersItCannotKeep(String number) {
        post(figure("\"value\":" + number))
                .spec(problem(400, "invalid-body"))
                .body("errors.pointer", hasItem("/items/0/value"))
                .body("errors[0].code", equalTo("invalid-number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", "01", "1.", ".5"})
    void refusesWhatIsNoJsonNumber(String number) {
        post(figure("\"value\":" + number))
                .spec(problem(400, "malformed-json"))
                .body("errors[0].pointer", equalTo("/items/0/value"));
    }

    @Test
    void refusesMoreDigitsThanItCanKeep() {
        for (String digits :
                List.of("9".repeat(39), "9".repeat(400), "0." + "1".repeat(19), "\"" + "9".repeat(400) + "\"")) {
            post(figure("\"value\":" + digits))
                    .spec(problem(400, "invalid-body"))
                    .body("errors[0].pointer", equalTo("/items/0/value"))
                    .body("errors[0].code", equalTo("invalid-number"));
        }
        post(figure("\"value\":1,\"rank\":" + "9".repeat(400)))
                .spec(problem(400, "invalid-body"))
                .body("errors[0].pointer", equalTo("/items/0/rank"));
        post(figure("\"value\":" + "9".repeat(1_001)))
                .spec(problem(400, "malformed-json"))
                .body("errors[0].pointer", equalTo("/items/0"))
                .body("errors[0].code", equalTo("out-of-bounds"));
        post(figure("\"value\":1,\"nonsense\":" + "9".repeat(10_000))).statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"nonsense\":1|/items/0/nonsense|unknown-property",
                "\"value\":1,\"standing\":\"FINAL\"|/items/0/standing|not-accepted",
                "\"value\":1,\"standing\":0|/items/0/standing|not-accepted",
                "\"value\":1,\"at\":\"yesterday\"|/items/0/at|wrong-type",
                "\"value\":1,\"checked\":\"true\"|/items/0/checked|wrong-type",
                "\"value\":1,\"checked\":1|/items/0/checked|wrong-type",
                "\"value\":1,\"rank\":1.5|/items/0/rank|wrong-type",
                "\"value\":1,\"indicator\":7|/items/0/indicator|wrong-type",
                "\"value\":1,\"indicator\":\"a\\u0000b\"|/items/0/indicator|wrong-type",
                "\"value\":1,\"indicator\":\"a\\ud800b\"|/items/0/indicator|wrong-type",
                "\"value\":1,\"indicator\":\"a\\udc00\"|/items/0/indicator|wrong-type",
                "\"value\":1,\"standing\":\"\\ud800\"|/items/0/standing|not-accepted",
                "\"value\":1,\"at\":\"+1000000000-12-31T23:59:59Z\"|/items/0/at|wrong-type",
                "\"value\":1,\"at\":\"-0001-01-01T00:00:00Z\"|/items/0/at|wrong-type",
                "\"value\":1,\"at\":1700000000|/items/0/at|wrong-type",
            })
    void pointsAtThePlace(String content, String pointer, String code) {
        String body = content.contains("\"indicator\"") ? "{\"items\":[{" + content + "}]}" : figure(content);
        post(body)
                .spec(problem(400, "invalid-body"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void listsWhatWouldBeAccepted() {
        post(figure("\"value\":1,\"standing\":\"guess\""))
                .body("errors[0].value", equalTo("guess"))
                .body("errors[0].accepted", equalTo(List.of("final", "provisional")));
        post(figure("\"valeu\":1")).body("errors[0].accepted", hasItems("indicator", "value", "standing", "at"));
    }

    @Test
    void refusesWhatOnlyLooksLikeOneBody() {
        post("{\"items\":[],\"items\":[]}")
                .spec(problem(400, "malformed-json"))
                .body("errors[0].code", equalTo("duplicate-key"));
        post(figure("\"value\":1") + "{}").statusCode(400);
        post(figure("\"value\":1") + " garbage").spec(problem(400, "malformed-json"));
        post("{\"items\":").spec(problem(400, "malformed-json")).body("detail", containsString("1"));
        post("[".repeat(2000)).statusCode(400);
        post("\uD83D\uDCA3").spec(problem(400, "malformed-json"));
    }

    @ParameterizedTest
    @CsvSource({
        "7B2274657874223A22C1AACDA8227D, 9", // {"text":"…"} in GBK
        "7B2274657874223A22C0AF227D, 9", // overlong
        "7B2274657874223A22EDA080227D, 10", // half of a surrogate pair
        "FEFF007B007D, 0", // UTF-16 with its mark
        "7B007D00, 1" // UTF-16 without
    })
    void refusesWhatIsNoTextInUtf8(String bytes, int place) {
        asOfficer()
                .body(HexFormat.of().parseHex(bytes))
                .post("/api/v1/bare")
                .then()
                .spec(problem(400, "malformed-json"))
                .body("errors[0].code", equalTo("encoding"))
                .body("errors[0].message", containsString(" " + place + " "));
    }

    @Test
    void asksForABodyThatIsMissing() {
        post("").spec(problem(400, "invalid-body"));
        post("null").spec(problem(400, "invalid-body")).body("errors[0].code", equalTo("required"));
        post("[]").spec(problem(400, "invalid-body"));
        post("7").spec(problem(400, "invalid-body"));
        post("{\"items\":[null]}").spec(problem(400, "invalid-body"));
    }

    @Test
    void asksForNoneWhereTheOperationNeedsNone() {
        asOfficer().post("/api/v1/samples/7:close").then().statusCode(200).body("withFigure", equalTo(false));
        asOfficer()
                .body("{\"indicator\":\"a\",\"value\":1}")
                .post("/api/v1/samples/7:close")
                .then()
                .body("withFigure", equalTo(true));
        asOfficer()
                .body("{\"nonsense\":1}")
                .post("/api/v1/samples/7:close")
                .then()
                .spec(problem(400, "invalid-body"));
    }

    @Test
    void tellsAllThatValidationFound() {
        post("{\"items\":[{\"indicator\":\"\",\"value\":1},{\"indicator\":\"a\"}]}")
                .spec(problem(400, "invalid-body"))
                .body("errors.pointer", equalTo(List.of("/items/0/indicator", "/items/1/value")))
                .body("errors.code", equalTo(List.of("size", "not-null")))
                .body("errors[0].message", equalTo("长度须在 1 至 20 之间。"));
        post("{}").spec(problem(400, "invalid-body")).body("errors[0].pointer", equalTo("/items"));
    }

    @Test
    void refusesABodyThatAnnouncesItsExcess() {
        post(figure("\"value\":1,\"indicator2\":\"" + "x".repeat(70_000) + "\""))
                .spec(problem(413, "body-too-large"));
    }

    @Test
    void refusesABodyThatHidesItsExcess() throws IOException {
        String text = "{\"items\":[{\"indicator\":\"";
        String chunk = "64\r\n" + "x".repeat(100) + "\r\n";
        String body = Integer.toHexString(text.length()) + "\r\n" + text + "\r\n" + chunk.repeat(700);

        assertThat(RawHttp.exchange(
                        "POST /api/v1/samples",
                        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
                        body))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "body-too-large");
    }

    @Test
    void refusesAnAnnouncedGigabyteWithoutReadingIt() throws IOException {
        assertThat(RawHttp.exchange(
                        "POST /api/v1/samples",
                        "Content-Type: application/json\r\nContent-Length: 1073741824\r\n",
                        "{"))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "body-too-large");
    }

    private static String figure(String content) {
        return "{\"items\":[{\"indicator\":\"green-credit\"," + content + "}]}";
    }

    private static ValidatableResponse post(String body) {
        return asOfficer().body(body).post("/api/v1/samples").then();
    }
}
