package org.finplan.platform.web.openapi;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;

@WebTest
class StandardAnswersTest {

    @Test
    void showsRolesAndProblemsOfEachOperation() {
        document()
                .body("paths.'/api/v1/samples'.get.x-roles", equalTo(List.of("city-officer", "district-officer")))
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
                        "paths.'/api/v1/samples'.get.responses.'400'.content.'application/problem+json'.schema.'$ref'",
                        equalTo("#/components/schemas/Problem"))
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
    void showsThePagingParameters() {
        document()
                .body("paths.'/api/v1/samples'.get.parameters.name", hasItems("limit", "cursor", "asOf", "Prefer"))
                .body("openapi", equalTo("3.1.0"));
    }

    private static ValidatableResponse document() {
        return RestAssured.get("/q/openapi?format=json").then().statusCode(200);
    }
}
