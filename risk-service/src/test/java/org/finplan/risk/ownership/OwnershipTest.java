package org.finplan.risk.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.institution.SampleInstitution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who owns whom, through HTTP. */
@FinplanTest
class OwnershipTest {

    private static final String LINKS = "/api/v1/ownership-links";

    @Inject
    GroupVersions groupVersions;

    @Test
    @Tag("R10")
    void theChainIsReturnedWithSourceAndDateAndTheMarkUnknownWhereDataEnd() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        String firm = SampleInstitution.code();
        record(firm(uscc, firm, 60)).then().statusCode(201).header("ETag", notNullValue());
        record(person(uscc, "演示样本甲", 30)).then().statusCode(201);
        Map<String, Object> above = person(uscc, "演示样本乙", 50);
        above.put("owned", firm);
        record(above).then().statusCode(201);
        Response owners = ownership(uscc, "");
        owners.then()
                .statusCode(200)
                .body("unknownShare", equalTo(40), "complete", equalTo(true))
                .body("chains.end", contains("person", "unknown", "person", "unknown"))
                .body("chains.effectiveShare", contains(30, 30, 30, 10))
                .body("chains[0].steps.holder.name", contains("演示样本企业", "演示样本乙"))
                .body("chains[0].steps[1].source.title", equalTo("演示样本登记簿"))
                .body("chains[0].steps[1].from", equalTo("2024-01-01"))
                .body("chains[1].steps[1].holder", nullValue());
        ownership(uscc, "?depth=1").then().body("chains.end", contains("depth", "person", "unknown"));
        ownership(uscc, "?on=2023-12-31").then().body("chains.end", contains("unknown"), "unknownShare", equalTo(100));
    }

    @Test
    void theOwnersOfAnOwnerThatIsRegisteredAreThoseOfItsOwnFile() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        String parent = SampleInstitution.registered("trust", "441202");
        record(firm(uscc, parent, 100)).then().statusCode(201);
        record(person(parent, "演示样本甲", 100)).then().statusCode(201);
        record(firm(parent, uscc, 1)).then().spec(Problems.at(422, "shares-over-100", "/share"));
        ownership(uscc, "").then().body("chains.end", contains("person"), "chains[0].steps.size()", equalTo(2));
    }

    @Test
    void aCircleIsCutAndMarked() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        String parent = SampleInstitution.registered("trust", "441202");
        record(firm(uscc, parent, 100)).then().statusCode(201);
        record(firm(parent, uscc, 100)).then().statusCode(201);
        ownership(uscc, "").then().body("chains.end", contains("cycle"), "chains[0].effectiveShare", equalTo(100));
    }

    @Test
    void aCorrectionIsAVersionAndWhatWasKnownBeforeIsStillRead() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        Response recorded = record(person(uscc, "演示样本甲", 100));
        String link = LINKS + "/" + recorded.path("id");
        String before = recorded.path("recordedAt");
        Map<String, Object> ended = person(uscc, "演示样本甲", 100);
        ended.put("until", "2025-06-30");
        put(link, "\"1\"", ended).then().spec(Problems.at(422, "reason-required", "/reason"));
        ended.put("reason", "演示样本：转让");
        put(link, null, ended).then().spec(Problems.of(428, "precondition-required"));
        put(link, "\"1\"", ended).then().statusCode(200).body("version", equalTo(2), "until", equalTo("2025-06-30"));
        put(link, "\"1\"", ended).then().spec(Problems.of(412, "precondition-failed"));
        ownership(uscc, "?on=2025-07-01").then().body("chains.end", contains("unknown"));
        ownership(uscc, "?on=2025-07-01&asOf=" + before).then().body("chains.end", contains("person"));
        Requests.as("auditor").get(link + "/versions").then().body("items.version", contains(2, 1));
        Map<String, Object> reason = Map.of("reason", "演示样本：来源有误");
        Requests.as("risk-officer")
                .header("If-Match", "\"2\"")
                .body(reason)
                .post(link + ":withdraw")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true));
        Requests.as("risk-officer")
                .header("If-Match", "\"3\"")
                .body(reason)
                .post(link + ":withdraw")
                .then()
                .spec(Problems.of(409, "link-withdrawn"));
        Requests.as("auditor").get(link).then().statusCode(200).body("reason", equalTo("演示样本：来源有误"));
        ownership(uscc, "?on=2025-01-01").then().body("chains.end", contains("unknown"));
    }

    @Test
    @Tag("R10")
    void aChangeOfLinksMakesANewVersionOfTheGroup() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        String sister = SampleInstitution.registered("pawn", "441203");
        String firm = SampleInstitution.code();
        group(uscc, "").then().statusCode(200).body("version", equalTo(0), "members.uscc", contains(uscc));
        record(firm(uscc, firm, 51)).then().statusCode(201);
        int alone = group(uscc, "")
                .then()
                .body("members.uscc", containsInAnyOrder(uscc, firm), "rule.sourceStatus", equalTo("unconfirmed"))
                .extract()
                .path("version");
        record(firm(sister, firm, 50)).then().statusCode(201);
        group(uscc, "").then().body("members.uscc", not(hasItem(sister)));
        Map<String, Object> control = firm(sister, firm, null);
        control.put("nature", "actual-control");
        record(control).then().statusCode(201);
        Response together = group(uscc, "");
        together.then().body("members.uscc", containsInAnyOrder(uscc, firm, sister), "hiddenMembers", equalTo(0));
        int version = together.path("version");
        assertThat(version).isGreaterThan(alone);
        group(sister, "").then().body("version", equalTo(version), "id", equalTo(together.path("id")));
        group(uscc, "?version=" + alone).then().body("version", equalTo(alone), "members.uscc", not(hasItem(sister)));
        group(uscc, "?on=2023-01-01").then().body("members.uscc", contains(uscc));
        group(uscc, "?version=-1").then().spec(Problems.at(400, "invalid-parameter", "?version"));
        Requests.as("district-441202")
                .get("/api/v1/institutions/" + uscc + "/group")
                .then()
                .body("members.uscc", containsInAnyOrder(uscc, firm), "hiddenMembers", equalTo(1))
                .body("version", equalTo(version));
        Requests.as("district-441202")
                .get("/api/v1/groups?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(together.<String>path("id")));
        LocalDate before = LocalDate.of(2023, 1, 1);
        LocalDate after = LocalDate.of(2026, 1, 1);
        Map<LocalDate, Map<String, Long>> versions =
                groupVersions.current(List.of(uscc, sister), List.of(before, after));
        assertThat(versions.get(after))
                .containsOnly(Map.entry(uscc, (long) version), Map.entry(sister, (long) version));
        assertThat(versions.get(before).get(uscc)).isEqualTo((long) alone);
    }

    @Test
    void groupsAreReadPageByPage() {
        for (int number = 0; number < 2; number++) {
            record(firm(SampleInstitution.registered("pawn", "441226"), SampleInstitution.code(), 80))
                    .then()
                    .statusCode(201);
        }
        Response first = Requests.as("district-441226").get("/api/v1/groups?limit=1");
        Response second = Requests.as("district-441226")
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/api/v1/groups");
        assertThat(second.<List<String>>path("items.id")).hasSize(1).doesNotContain(first.<String>path("items[0].id"));
    }

    @Test
    void wrongInputIsNamed() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        record(person("91441200MA0000000X", "演示样本", 1))
                .then()
                .spec(Problems.at(422, "unknown-institution", "/institution"));
        record(firm(uscc, uscc, 1)).then().spec(Problems.at(422, "self-holding", "/holder"));
        record(firm(uscc, "91441200MA0000000X", 1)).then().spec(Problems.at(422, "invalid-uscc", "/holder/uscc"));
        record(person(uscc, "演示样本", 0)).then().spec(Problems.at(422, "invalid-share", "/share"));
        record(person(uscc, "演示样本", new BigDecimal("1e-11"))).then().spec(Problems.at(422, "invalid-share", "/share"));
        record(person(uscc, "演示样本", null)).then().spec(Problems.at(422, "invalid-share", "/share"));
        record(with(uscc, "nature", "love")).then().spec(Problems.at(422, "unknown-nature", "/nature"));
        record(with(uscc, "nature", "actual-control")).then().spec(Problems.at(422, "invalid-share", "/share"));
        record(with(uscc, "until", "2023-01-01")).then().spec(Problems.at(422, "dates-contradict", "/until"));
        record(with(uscc, "owned", SampleInstitution.code())).then().spec(Problems.at(422, "not-in-chain", "/owned"));
        record(with(uscc, "holder", Map.of("kind", "ghost", "name", "演示样本")))
                .then()
                .spec(Problems.at(422, "unknown-holder-kind", "/holder/kind"))
                .body("errors[0].accepted", contains("person", "firm", "public-body"));
        record(person(uscc, "演示样本", 60.5)).then().statusCode(201);
        record(person(uscc, "演示样本", 10)).then().spec(Problems.at(422, "link-overlaps", "/from"));
        record(person(uscc, "演示样本二", 39.6))
                .then()
                .spec(Problems.at(422, "shares-over-100", "/share"))
                .body("errors[0].accepted", contains("(0, 39.5] on 2024-01-01"));
        ownership(uscc, "?depth=0").then().spec(Problems.at(400, "invalid-parameter", "?depth"));
    }

    @Test
    void linksAreListedByInstitutionAndByHolder() {
        String holder = SampleInstitution.code();
        String first = SampleInstitution.registered("pawn", "441202");
        String second = SampleInstitution.registered("pawn", "441202");
        record(firm(first, holder, 10)).then().statusCode(201);
        record(firm(second, holder, 20)).then().statusCode(201);
        links("holder", holder).then().statusCode(200).body("items.institution", contains(second, first));
        links("institution", first).then().body("items.holder.uscc", contains(holder));
        Requests.as("auditor")
                .get(LINKS + "?holder=" + holder + "&on=2023-12-31")
                .then()
                .body("items.size()", equalTo(0));
        String cursor = Requests.as("auditor")
                .get(LINKS + "?limit=1&holder=" + holder)
                .then()
                .extract()
                .path("nextCursor");
        Requests.as("auditor")
                .queryParam("cursor", cursor)
                .get(LINKS + "?holder=" + holder)
                .then()
                .body("items.institution", contains(first));
        Requests.as("district-441203").get(LINKS + "?holder=" + holder).then().body("items.size()", equalTo(0));
    }

    @Test
    void regionsAndRolesHold() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        String link = LINKS + "/" + record(person(uscc, "演示样本", 10)).path("id");
        Requests.as("district-441203").get(link).then().spec(Problems.of(404, "not-found"));
        Requests.as("district-441203").get(link + "/versions").then().spec(Problems.of(404, "not-found"));
        Requests.as("district-441203")
                .get("/api/v1/institutions/" + uscc + "/ownership")
                .then()
                .spec(Problems.of(404, "not-found"));
        Requests.as("district-441203")
                .get("/api/v1/institutions/" + uscc + "/group")
                .then()
                .spec(Problems.of(404, "not-found"));
        Requests.as("auditor").body(person(uscc, "演示样本", 1)).post(LINKS).then().spec(Problems.of(403, "forbidden"));
        RestAssured.given().get("/api/v1/groups").then().spec(Problems.of(401, "unauthenticated"));
    }

    private static Response record(Map<String, Object> link) {
        return Requests.as("risk-officer").body(link).post(LINKS);
    }

    private static Response links(String name, String value) {
        return Requests.as("auditor").queryParam(name, value).get(LINKS);
    }

    private static Response put(String link, String tag, Map<String, Object> request) {
        return (tag == null
                        ? Requests.as("risk-officer")
                        : Requests.as("risk-officer").header("If-Match", tag))
                .body(request)
                .put(link);
    }

    private static Response ownership(String uscc, String query) {
        return Requests.as("auditor").get("/api/v1/institutions/" + uscc + "/ownership" + query);
    }

    private static Response group(String uscc, String query) {
        return Requests.as("auditor").get("/api/v1/institutions/" + uscc + "/group" + query);
    }

    private static Map<String, Object> with(String uscc, String name, Object value) {
        Map<String, Object> link = person(uscc, "演示样本", 1);
        link.put(name, value);
        return link;
    }

    private static Map<String, Object> firm(String uscc, String holder, Number share) {
        return link(uscc, Map.of("kind", "firm", "uscc", holder, "name", "演示样本企业"), share);
    }

    private static Map<String, Object> person(String uscc, String name, Number share) {
        return link(uscc, Map.of("kind", "person", "name", name), share);
    }

    private static Map<String, Object> link(String uscc, Map<String, Object> holder, Number share) {
        Map<String, Object> link = new HashMap<>();
        link.put("institution", uscc);
        link.put("holder", holder);
        link.put("nature", "shares");
        link.put("share", share);
        link.put("from", "2024-01-01");
        link.put("source", Map.of("title", "演示样本登记簿", "reference", "SAMPLE-1"));
        return link;
    }
}
