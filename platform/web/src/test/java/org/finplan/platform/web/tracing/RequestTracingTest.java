package org.finplan.platform.web.tracing;

import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.startsWith;

import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;

@WebTest
class RequestTracingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void carriesTheTraceOfTheGatewayIntoTheWork() {
        asOfficer()
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("X-Request-Id", "request-7")
                .get("/api/v1/samples/who")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "request-7")
                .body("traceparent", startsWith("00-" + TRACE))
                .body("requestId", equalTo("request-7"));
    }

    @Test
    void showsTheTraceInAProblem() {
        asOfficer()
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .body("traceId", equalTo(TRACE));
    }

    @Test
    void makesBothWhenThereIsNone() {
        asOfficer()
                .header("X-Request-Id", "not usable, as it has blanks")
                .get("/api/v1/samples/who")
                .then()
                .header("X-Request-Id", matchesRegex("[0-9a-f-]{36}"))
                .body("traceparent", matchesRegex("00-[0-9a-f]{32}-[0-9a-f]{16}-01"))
                .body("requestId", matchesRegex("[0-9a-f-]{36}"));
    }
}
