package org.finplan.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.finplan.platform.access.RoleName;
import org.finplan.platform.web.security.Caller;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The caller of an internal token, and its regions in the database, where the code forgets them. */
@QuarkusTest
@WithTestResource(SampleServer.class)
class RowSecurityTest {

    @Inject
    Caller caller;

    @Inject
    Jdbi jdbi;

    @Test
    void knowsTheCaller() {
        asDistrict("441202")
                .get("/notes/who")
                .then()
                .statusCode(200)
                .body("subject", equalTo("district-officer"))
                .body("client", equalTo("sample-client"))
                .body("roles", equalTo(List.of("district-officer")))
                .body("regions", equalTo(List.of("441202")))
                .body("system", equalTo(false));
        as(RoleName.CITY_OFFICER, List.of()).get("/notes/who").then().body("system", equalTo(false));
    }

    @Test
    void believesNobodyButTheGateway() {
        RestAssured.given()
                .header(
                        "Authorization",
                        "Bearer " + SampleServer.token("officer", RoleName.CITY_OFFICER, "somebody", List.of()))
                .get("/notes/who")
                .then()
                .statusCode(401);
        RestAssured.get("/notes/who").then().statusCode(401);
    }

    @Test
    void actsOnItsOwnAccountOutsideARequest() {
        assertThat(caller.subject()).isEqualTo("system");
        assertThat(caller.roles()).isEmpty();
        assertThat(caller.isSystem()).isTrue();
    }

    @Test
    void givesADistrictOfficerWithoutRegionsNothing() {
        as(RoleName.DISTRICT_OFFICER, List.of())
                .get("/notes")
                .then()
                .statusCode(200)
                .body("$", equalTo(List.of()));
    }

    @Test
    void hidesOtherDistrictsEvenFromAQueryWithoutCondition() {
        asDistrict("441202")
                .get("/notes")
                .then()
                .statusCode(200)
                .body("$", hasItems("100000", "440000", "441200", "441202"))
                .body("$", not(hasItems("441203")));
        asDistrict("441203").get("/notes").then().body("$", hasItems("441203")).body("$", not(hasItems("441202")));
        as(RoleName.CITY_OFFICER, List.of()).get("/notes").then().body("$", hasItems("441202", "441203"));
    }

    @Test
    void letsTheDatabaseRefuseWhereTheCodeForgets() {
        asDistrict("441202").post("/notes/441203").then().statusCode(500);
        asDistrict("441202").post("/notes/441202").then().statusCode(204);
    }

    @Test
    void tellsTheDatabaseWhoWrites() {
        asDistrict("441202")
                .get("/notes/writer")
                .then()
                .statusCode(200)
                .body(equalTo("district-officer sample-client"));
        as(RoleName.CITY_OFFICER, List.of()).get("/notes/writer").then().body(equalTo("city-officer sample-client"));
        assertThat(QuarkusTransaction.requiringNew().call(() -> NoteResource.writer(jdbi)))
                .isEqualTo("system system");
    }

    private static RequestSpecification asDistrict(String region) {
        return as(RoleName.DISTRICT_OFFICER, List.of(region));
    }

    private static RequestSpecification as(String role, List<String> regions) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + SampleServer.token(role, role, "finplan-gateway", regions));
    }
}
