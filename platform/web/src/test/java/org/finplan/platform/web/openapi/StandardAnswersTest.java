package org.finplan.platform.web.openapi;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;

@WebTest
class StandardAnswersTest {

    @Test
    void showsRolesAndProblemsOfEachOperation() {
        document()
                .body(
                        "paths.'/api/v1/samples'.get.x-roles",
                        equalTo(List.of("city-admin", "city-officer", "district-officer", "unit-officer")))
                .body("paths.'/api/v1/samples/unannotated-class-roles'.get.x-roles", equalTo(List.of("city-admin")))
                .body("paths.'/api/v1/samples/open'.get.x-roles", equalTo(List.of()))
                .body("paths.'/api/v1/audit'.get.x-roles", equalTo(List.of("auditor", "city-admin")))
                .body("paths.'/api/v1/audit:verify'.get.x-roles", hasItem("auditor"))
                .body("paths.'/api/v1/samples'.get.responses", hasKey("401"))
                .body("paths.'/api/v1/samples'.get.responses", hasKey("503"))
                .body("paths.'/api/v1/samples'.post.responses", hasKey("415"))
                .body("paths.'/api/v1/samples/{id}'.put.responses", hasKey("412"))
                .body("paths.'/api/v1/samples/{id}'.put.responses", hasKey("428"))
                .body("paths.'/api/v1/samples/open'.get.responses", not(hasKey("401")))
                .body("paths.'/api/v1/samples/public'.get.x-roles", equalTo(List.of("public")))
                .body("paths.'/api/v1/samples/public'.get.security.size()", equalTo(2))
                .body("paths.'/api/v1/samples/public'.get.security[0].size()", equalTo(0))
                .body("paths.'/api/v1/samples/public'.get.responses", not(hasKey("403")))
                .body(
                        "paths.'/api/v1/samples'.get.responses.'400'.'$ref'",
                        equalTo("#/components/responses/Problem400"))
                .body(
                        "components.responses.Problem400.content.'application/problem+json'.schema.'$ref'",
                        equalTo("#/components/schemas/Problem"))
                .body(
                        "components.responses.Problem400.content.'application/problem+json'.examples",
                        hasKey("unknown-parameter"))
                .body("components.schemas.Problem.required", hasItems("type", "code", "status"));
    }

    @Test
    void showsTheIdempotencyKeyWhereItIsHonoured() {
        document()
                .body("paths.'/api/v1/samples/notes'.post.parameters.name", hasItem("Idempotency-Key"))
                .body("paths.'/api/v1/samples/notes'.post.responses", hasKey("409"))
                .body("paths.'/api/v1/samples'.post.parameters", equalTo(null));
    }

    @Test
    void showsThatASheetIsAText() {
        document()
                .body(
                        "paths.'/api/v1/bare/rows.csv'.get.responses.'200'.content.'text/csv'.schema",
                        equalTo(Map.of("type", "string")))
                .body("components.schemas", not(hasKey("StreamingOutput")));
    }

    @Test
    void showsThePagingParameters() {
        document()
                .body("paths.'/api/v1/samples'.get.parameters.name", hasItems("limit", "cursor", "asOf", "Prefer"))
                .body("openapi", equalTo("3.1.0"));
    }

    @Test
    void showsTheProblemsOfTheDomain() {
        String answer = "paths.'/api/v1/samples/conflict'.get.responses.'409'";
        document()
                .body(answer + ".description", equalTo("Figure in use"))
                .body(
                        answer + ".content.'application/problem+json'.examples.figure-in-use.value.title",
                        equalTo("指标值已被使用"));
    }

    @Test
    void saysOfRecordsWhatMayBeNullAndWhatIsAlwaysThere() {
        String schema = "components.schemas.Judgement";
        document()
                .body(schema + ".description", equalTo("How a figure was judged."))
                .body(schema + ".required", equalTo(List.of("of", "by", "at")))
                .body(schema + ".properties.of.'$ref'", equalTo("#/components/schemas/Figure"))
                .body(schema + ".properties.by.type", equalTo(List.of("string", "null")))
                .body(schema + ".properties.at.description", equalTo("when, or null"))
                .body(schema + ".properties.at.anyOf.type", equalTo(java.util.Arrays.asList(null, "null")))
                .body(schema + ".properties.note.type", equalTo("string"))
                .body("paths.'/api/v1/samples/judgement'.get.responses", hasKey("203"))
                .body("components.schemas.Figure.required", equalTo(List.of("indicator", "value")));
    }

    @Test
    void showsConditionalRequests() {
        document()
                .body("paths.'/api/v1/samples/{id}'.get.responses", hasKey("304"))
                .body("paths.'/api/v1/samples/{id}'.get.responses.'200'.headers", hasKey("ETag"))
                .body("paths.'/api/v1/samples/{id}'.put.responses.'200'.headers", hasKey("ETag"));
    }

    @Test
    void makesTheExampleOfABodyOfThoseOfItsProperties() {
        String body = "paths.'/api/v1/samples'.post.requestBody.content.'application/json'";
        document()
                .body(body + ".example.items[0].indicator", equalTo("green-credit"))
                .body(body + ".example.items[0].value", equalTo(12.5f));
    }

    private static ValidatableResponse document() {
        return RestAssured.get("/q/openapi?format=json").then().statusCode(200);
    }
}
