package org.finplan.platform.web.parameter;

import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.finplan.platform.web.sample.Requests.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WebTest
class StrictParametersTest {

    @Test
    void refusesWhatTheOperationDoesNotDeclare() {
        get("?regoin=441200")
                .spec(problem(400, "unknown-parameter"))
                .body("errors[0].pointer", equalTo("?regoin"))
                .body("errors[0].accepted", hasItems("limit", "cursor", "asOf", "region", "vintage", "exact", "id"));
    }

    @Test
    void refusesWhatStandsTwiceUnlessItIsAList() {
        get("?limit=1&limit=2").spec(problem(400, "repeated-parameter")).body("errors[0].pointer", equalTo("?limit"));
        get("?region=441202&region=441203").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=many",
                "limit=",
                "limit=1.5",
                "limit=99999999999",
                "vintage=NEWEST",
                "vintage=latest",
                "exact=yes",
                "exact=",
                "vintage=",
                "order=",
                "order=up",
                "size=",
                "exact=1",
                "id=7",
                "asOf=yesterday",
                "asOf=2026-01-31",
                "asOf=2026-02-01T00:00:00+08:00",
                "asOf=%2B1000000000-12-31T23:59:59Z",
                "asOf=-0001-01-01T00:00:00Z",
                "asOf=0000-01-01T00:00:00Z",
                "limit=%EF%BC%94",
                "limit=%D9%A1"
            })
    void refusesValuesOfAWrongForm(String query) {
        get("?" + query)
                .spec(problem(400, "invalid-parameter"))
                .body("errors[0].pointer", equalTo("?" + query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "vintage", "exact", "order", "size", "asOf", "id"})
    void aNameWithoutAValueIsNotTheDefault(String name) {
        get("?" + name).spec(problem(400, "invalid-parameter")).body("errors[0].pointer", equalTo("?" + name));
    }

    @Test
    void aSemicolonIsData() {
        get("?region=441202;limit%3D7").statusCode(200).body("items.size()", equalTo(7));
        asOfficer()
                .urlEncodingEnabled(false)
                .get("/api/v1/samples/echo?text=%E8%B4%B7;%E6%AC%BE&text2=a;text=b")
                .then()
                .statusCode(200)
                .body("text", equalTo("贷;款"))
                .body("text2", equalTo("a;text=b"));
    }

    @Test
    void refusesTheCharacterThatTheDatabaseCannotHold() {
        get("?region=44%001202").spec(problem(400, "invalid-parameter")).body("errors[0].pointer", equalTo("?region"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "501"})
    void refusesSizesOutOfBounds(String limit) {
        get("?limit=" + limit).spec(problem(400, "invalid-parameter")).body("errors[0].accepted[0]", equalTo("1..500"));
    }

    @Test
    void takesWhatIsRight() {
        get("?limit=500&vintage=LATEST&exact=true&id=018f6f2e-7c1b-7e5a-9a55-1f6f6b0c2a10&asOf=2026-01-31T16:00:00Z")
                .statusCode(200);
        get("?asOf=2026-02-01T00:00:00%2B08:00").statusCode(200);
    }

    @Test
    void walksAListByItsCursor() {
        String first = get("?limit=3")
                .statusCode(200)
                .body("items", equalTo(List.of(1, 2, 3)))
                .body("total", nullValue())
                .extract()
                .path("nextCursor");
        String second = get("?limit=3&cursor=" + first)
                .body("items", equalTo(List.of(4, 5, 6)))
                .extract()
                .path("nextCursor");
        get("?limit=3&cursor=" + second).body("items", equalTo(List.of(7))).body("nextCursor", nullValue());
    }

    @Test
    void countsOnRequest() {
        asOfficer()
                .header("Prefer", "count=exact")
                .get("/api/v1/samples")
                .then()
                .body("total", equalTo(7));
    }

    @Test
    void refusesACursorOfAnotherQuery() {
        String cursor = get("?limit=3&region=441202").extract().path("nextCursor");
        get("?limit=2&region=441202&cursor=" + cursor).statusCode(200);
        get("?limit=3&region=441203&cursor=" + cursor)
                .spec(problem(400, "invalid-cursor"))
                .body("errors[0].pointer", equalTo("?cursor"));
        get("?limit=3&cursor=" + cursor).spec(problem(400, "invalid-cursor"));
        get("?cursor=rubbish").spec(problem(400, "invalid-cursor"));
    }

    private static ValidatableResponse get(String query) {
        return asOfficer()
                .urlEncodingEnabled(false)
                .get("/api/v1/samples" + query)
                .then();
    }
}
