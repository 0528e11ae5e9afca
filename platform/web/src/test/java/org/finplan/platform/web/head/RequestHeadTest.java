package org.finplan.platform.web.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.finplan.platform.web.sample.Requests.problem;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.finplan.platform.web.sample.RawHttp;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The head of a request is read in one way only, and the head of every answer has its time. */
@WebTest
class RequestHeadTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/samples", "/api/v1/samples/open", "/api/v1/samples/broken", "/nothing", "/q/health"})
    void everyAnswerHasItsTime(String path) {
        String date = asOfficer().get(path).then().extract().header("Date");
        Instant written =
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        assertThat(written).isCloseTo(Instant.now(), within(Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "If-Match", "If-None-Match"})
    void ofTwoHeadersNoneIsTaken(String name) {
        RestAssured.given()
                .headers(name, "\"1\"", name, "\"2\"")
                .get("/api/v1/samples/open")
                .then()
                .spec(problem(400, "repeated-parameter"))
                .body("errors[0].pointer", equalTo("header:" + name));
    }

    @Test
    void ofTwoTypesOfTheBodyNoneIsTaken() throws IOException {
        String answer = RawHttp.exchange(
                "POST /api/v1/bare",
                "Content-Type: application/json\r\ncontent-type: text/plain\r\nContent-Length: 2\r\n",
                "{}");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("repeated-parameter", "header:Content-Type");
    }

    @Test
    void anEmptyAcceptOfAnybodyIsNoFault() throws IOException {
        String answer = RawHttp.exchange("GET /api/v1/samples/open", "Accept:\r\nConnection: close\r\n", "");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("Content-Type: application/json");
    }

    @Test
    void acceptInSeveralLinesIsOneHeader() throws IOException {
        String answer = RawHttp.exchange(
                "GET /api/v1/samples/open", "Accept: text/html,\r\nAccept: *; q=.2\r\nConnection: close\r\n", "");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("Content-Type: application/json");
    }
}
