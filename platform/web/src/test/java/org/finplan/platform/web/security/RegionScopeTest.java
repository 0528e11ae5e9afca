package org.finplan.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.web.sample.Requests.as;
import static org.finplan.platform.web.sample.Requests.asDistrict;
import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.finplan.platform.web.sample.Requests.problem;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may read and write which regions. */
@WebTest
class RegionScopeTest {

    @Inject
    RegionScope scope;

    @Inject
    Caller caller;

    @Test
    void knowsTheCaller() {
        asDistrict("441202")
                .get("/api/v1/samples/who")
                .then()
                .statusCode(200)
                .body("subject", equalTo("district-441202"))
                .body("client", equalTo("sample-client"))
                .body("roles", equalTo(List.of("district-officer")))
                .body("regions", equalTo(List.of("441202")))
                .body("readable", equalTo("100000,440000,441200,441202"))
                .body("writable", equalTo("441202"));
        asOfficer()
                .get("/api/v1/samples/who")
                .then()
                .body("readable", equalTo("100000,440000,441200,441202,441203"))
                .body("writable", equalTo("100000,440000,441200,441202,441203"));
    }

    @Test
    void givesAStrangerNothing() {
        RestAssured.get("/api/v1/samples/open")
                .then()
                .statusCode(200)
                .body("subject", equalTo("anonymous"))
                .body("readable", equalTo(""));
    }

    @Test
    @Tag("G15")
    void thePublicReadsEveryRegionAndWritesNone() {
        as("public", "public", List.of())
                .get("/api/v1/samples/public")
                .then()
                .statusCode(200)
                .body("readable", equalTo("*"))
                .body("writable", equalTo(""));
    }

    @Test
    @Tag("G15")
    void thePublicGetsOnlyWhatNamesIt() {
        as("public", "public", List.of()).get("/api/v1/samples/who").then().spec(problem(403, "forbidden"));
        as("public", "public", List.of()).get("/api/v1/audit").then().spec(problem(403, "forbidden"));
        asOfficer().get("/api/v1/samples/public").then().spec(problem(403, "forbidden"));
        RestAssured.get("/api/v1/samples/public").then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void keepsARegionThatNoPlanKnows() {
        asDistrict("999999")
                .get("/api/v1/samples/who")
                .then()
                .body("readable", equalTo("100000,999999"))
                .body("writable", equalTo("999999"));
    }

    @Test
    void refusesToWriteToAnotherRegion() {
        write("441203")
                .then()
                .spec(problem(403, "region-not-in-scope"))
                .body("errors[0].pointer", equalTo("/region"))
                .body("errors[0].accepted", equalTo(List.of("441202")));
        write("441200").then().spec(problem(403, "region-not-in-scope"));
        write("441202").then().statusCode(201);
    }

    @Test
    void letsTheServiceItselfSeeAll() {
        assertThat(caller.subject()).isEqualTo("system");
        assertThat(caller.roles()).isEmpty();
        assertThat(scope.readable()).isEqualTo(RegionSet.ALL);
        assertThat(scope.writable().contains("441203")).isTrue();
    }

    private static io.restassured.response.Response write(String region) {
        return asDistrict("441202")
                .body("{\"region\":\"" + region + "\",\"text\":\"scope\"}")
                .post("/api/v1/samples/notes?checked=true");
    }
}
