package org.finplan.platform.web.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.finplan.platform.web.sample.Requests.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import org.finplan.platform.web.sample.BareResource;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused for its media types has not happened. */
@WebTest
class MediaTypesTest {

    private static final String NOTE = "{\"text\":\"sample\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "text/csv",
                "*/*",
                "application",
                "a/b/c"
            })
    void aBodyThatIsNoJsonIsNotRead(String type) {
        int before = BareResource.TAKEN.get();
        post(type, "application/json")
                .spec(problem(415, "unsupported-media-type"))
                .body("errors[0].pointer", equalTo("header:Content-Type"))
                .body("errors[0].accepted[0]", equalTo("application/json"));
        assertThat(BareResource.TAKEN).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "text/html, text/csv;q=0.5", "a/b/c;;", ";q=2", "application/json;q=0", "a b/c"})
    void anAnswerThatTheCallerCannotReadIsRefusedBeforeTheWrite(String accept) {
        int before = BareResource.TAKEN.get();
        post("application/json", accept).spec(problem(406, "not-acceptable"));
        assertThat(BareResource.TAKEN).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "*/*",
                "application/*",
                "text/html, application/json;q=0.1",
                "application/json;v=1",
                "application/json;charset=utf-16",
                "application/json, /",
                "application/json,",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "",
                ",",
                "APPLICATION/JSON"
            })
    void jsonIsGivenToWhoeverTakesIt(String accept) {
        int before = BareResource.TAKEN.get();
        post("application/json; charset=utf-8", accept)
                .statusCode(200)
                .contentType(matchesRegex("application/json(;charset=UTF-8)?"));
        assertThat(BareResource.TAKEN).hasValue(before + 1);
    }

    @Test
    void anOperationMayOfferAnotherType() {
        asOfficer().accept("text/csv").get("/api/v1/bare/csv").then().statusCode(200);
        asOfficer().accept("application/json").get("/api/v1/bare/csv").then().spec(problem(406, "not-acceptable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=GBK", "application/json; charset=\"utf-16\""})
    void aBodyInAnotherCharsetIsNotRead(String type) {
        int before = BareResource.TAKEN.get();
        post(type, "*/*")
                .spec(problem(415, "unsupported-media-type"))
                .body("errors[0].pointer", equalTo("header:Content-Type"))
                .body("errors[0].accepted[0]", equalTo("application/json; charset=utf-8"));
        assertThat(BareResource.TAKEN).hasValue(before);
    }

    @Test
    void aCompressedBodyIsNotRead() {
        int before = BareResource.TAKEN.get();
        asOfficer()
                .header("Content-Encoding", "gzip")
                .body(new byte[] {0x1f, (byte) 0x8b, 8, 0})
                .post("/api/v1/bare")
                .then()
                .spec(problem(415, "unsupported-media-type"))
                .header("Accept-Encoding", "identity")
                .body("errors[0].pointer", equalTo("header:Content-Encoding"));
        assertThat(BareResource.TAKEN).hasValue(before);
        asOfficer()
                .header("Content-Encoding", "identity")
                .body(NOTE)
                .post("/api/v1/bare")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String type, String accept) {
        return asOfficer()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, io.restassured.http.ContentType.TEXT)))
                .contentType(type)
                .header("Accept", accept)
                .body(NOTE)
                .post("/api/v1/bare")
                .then();
    }
}
