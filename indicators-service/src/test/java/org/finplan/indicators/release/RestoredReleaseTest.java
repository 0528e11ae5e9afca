package org.finplan.indicators.release;

import static org.finplan.indicators.release.Releases.announceTo;
import static org.finplan.indicators.release.Releases.awaitState;
import static org.finplan.indicators.release.Releases.item;
import static org.finplan.indicators.release.Releases.stage;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import org.finplan.platform.testing.FinplanTest;
import org.junit.jupiter.api.Test;

/** A release that is brought back. */
@FinplanTest
class RestoredReleaseTest {

    @Test
    void aRestoredReleaseBringsBackWhatItDidNotChangeToo() {
        String there = "{\"items\":[" + item("441225", "1995", "1", "") + "," + item("441225", "1996", "1", "") + "]}";
        as("city-officer").body(there).post("/api/v1/observations").then().statusCode(200);
        String first = announceTo("internal", "city-officer", Instant.now().plusSeconds(3), "");
        stage("city-officer", first, "441225", "1995", "1", "").statusCode(200);
        stage("city-officer", first, "441225", "1996", "2", ",\"reason\":\"correction\"")
                .statusCode(200);
        awaitState(first, "released");
        as("city-officer").get("/api/v1/releases/" + first).then().body("counts.unchanged", equalTo(1));
        String later = there.replace("\"value\":1", "\"value\":9,\"reason\":\"correction\"");
        as("city-officer").body(later).post("/api/v1/observations").then().body("counts.revised", equalTo(2));

        String restored = as("city-officer")
                .body("{\"title\":\"sample\",\"releaseAt\":\"" + Instant.now().plusSeconds(2)
                        + "\",\"reason\":\"correction\"}")
                .post("/api/v1/releases/" + first + ":restore")
                .then()
                .statusCode(201)
                .body("figures", equalTo(2))
                .extract()
                .path("id");
        awaitState(restored, "released");
        as("city-officer")
                .get("/api/v1/indicators/premium-income/observations?region=441225&from=1995&to=1996")
                .then()
                .body("items.value", contains(1, 2));
    }
}
