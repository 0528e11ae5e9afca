package org.finplan.platform.web.sample;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;
import java.util.List;

/** Requests of sample callers, and what every problem must look like. */
public final class Requests {

    private static final String LEAK =
            "(?s).*(Exception|org\\.finplan|java\\.|jakarta|io\\.quarkus|jackson|SELECT|nowhere).*";

    private Requests() {}

    /** A request of somebody who serves the whole city. */
    public static RequestSpecification asOfficer() {
        return as("city-officer", "city-officer", List.of());
    }

    /** A request of the officer of one district. */
    public static RequestSpecification asDistrict(String region) {
        return as("district-" + region, "district-officer", List.of(region));
    }

    /** A request of anybody. */
    public static RequestSpecification as(String subject, String role, List<String> regions) {
        return withToken(SampleDatabase.token(subject, role, regions));
    }

    /** A request with any token. */
    public static RequestSpecification withToken(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    /** The problem with a status and a code, complete and without a word of what is behind it. */
    public static ResponseSpecification problem(int status, String code) {
        return new ResponseSpecBuilder()
                .expectStatusCode(status)
                .expectHeader("Content-Type", startsWith("application/problem+json"))
                .expectHeader("X-Request-Id", not(equalTo("")))
                .expectBody("type", equalTo("urn:finplan:problem:" + code))
                .expectBody("code", equalTo(code))
                .expectBody("status", equalTo(status))
                .expectBody("instance", startsWith("/"))
                .expectBody("traceId", matchesRegex("[0-9a-f]{32}"))
                .expectBody(not(matchesRegex(LEAK)))
                .build();
    }
}
