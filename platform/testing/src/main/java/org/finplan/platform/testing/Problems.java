package org.finplan.platform.testing;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.specification.ResponseSpecification;
import org.hamcrest.Matchers;

/** What every problem answer has, as REST Assured specifications: {@code then().spec(Problems.of(404, "not-found"))}. */
public final class Problems {

    // What must never reach a caller: Java names, stack frames, SQL.
    private static final String LEAK =
            "(?s).*(\\bat [a-z]+\\.[a-zA-Z.]+\\(|Exception|org\\.finplan|org\\.hibernate|java\\.|"
                    + "(?i:select .* from|insert into|update .* set)).*";

    private Problems() {}

    /**
     * A problem of RFC 9457 as the suite writes it.
     *
     * @param status HTTP status
     * @param code kebab-case code
     * @return the specification
     */
    public static ResponseSpecification of(int status, String code) {
        return new ResponseSpecBuilder()
                .expectStatusCode(status)
                .expectHeader("Content-Type", Matchers.startsWith("application/problem+json"))
                .expectBody("type", Matchers.equalTo("urn:finplan:problem:" + code))
                .expectBody("code", Matchers.equalTo(code))
                .expectBody("status", Matchers.equalTo(status))
                .expectBody("title", Matchers.not(Matchers.emptyOrNullString()))
                .expectBody("traceId", Matchers.not(Matchers.emptyOrNullString()))
                .expectBody(Matchers.not(Matchers.matchesRegex(LEAK)))
                .build();
    }

    /**
     * A problem that points at a place in the request.
     *
     * @param status HTTP status
     * @param code kebab-case code
     * @param pointer JSON pointer or {@code ?name}
     * @return the specification
     */
    public static ResponseSpecification at(int status, String code, String pointer) {
        return new ResponseSpecBuilder()
                .addResponseSpecification(of(status, code))
                .expectBody("errors.pointer", Matchers.hasItem(pointer))
                .build();
    }
}
