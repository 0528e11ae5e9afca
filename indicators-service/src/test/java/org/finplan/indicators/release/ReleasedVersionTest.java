package org.finplan.indicators.release;

import static org.finplan.indicators.release.Releases.announce;
import static org.finplan.indicators.release.Releases.awaitState;
import static org.finplan.indicators.release.Releases.item;
import static org.finplan.indicators.release.Releases.stage;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.withToken;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What a release makes another version of: whatever a reader can see, though the value stays. */
@FinplanTest
class ReleasedVersionTest {

    private static final String REGION = "441284";
    private static final String SOURCE = ",\"source\":{\"title\":\"sample yearbook 演示样本\"}";
    private static final String NOTE = ",\"note\":\"sample note\"";

    @Test
    void anotherStatusSourceOrNoteIsAVersionAndOnlyWhatSaysNothingNewIsUnchanged() {
        String first = announce("city-officer", Instant.now().plusSeconds(2), "");
        for (String year : List.of("1971", "1972", "1973", "1974", "1975")) {
            stage("city-officer", first, REGION, year, "50", ",\"status\":\"preliminary\"" + NOTE + SOURCE)
                    .body("counts.created", equalTo(1));
        }
        awaitState(first, "released");

        String second = announce("city-officer", Instant.now().plusSeconds(3), "");
        String otherSource = SOURCE.replace("yearbook", "bulletin");
        staged(second, "1971", ",\"status\":\"final\"").body("counts.revised", equalTo(1));
        staged(second, "1972", otherSource).body("counts.revised", equalTo(1));
        staged(second, "1973", NOTE.replace("sample", "another")).body("counts.revised", equalTo(1));
        staged(second, "1974", "").body("counts.unchanged", equalTo(1));
        staged(second, "1975", ",\"status\":\"preliminary\"" + NOTE + SOURCE).body("counts.unchanged", equalTo(1));
        awaitState(second, "released");

        as("city-officer")
                .get("/api/v1/releases/" + second)
                .then()
                .body("counts.created", equalTo(0))
                .body("counts.revised", equalTo(3))
                .body("counts.unchanged", equalTo(2));
        figures("from=1971&to=1975")
                .body("items.version", contains(2, 2, 2, 1, 1))
                .body("items.value", contains(50, 50, 50, 50, 50))
                .body("items.reason", contains("routine", "routine", "routine", null, null))
                .body("items.status", contains("final", "preliminary", "preliminary", "preliminary", "preliminary"))
                .body(
                        "items.note",
                        contains("sample note", "sample note", "another note", "sample note", "sample note"))
                .body("items[0].source.title", equalTo("sample yearbook 演示样本"))
                .body("items[1].source.title", equalTo("sample bulletin 演示样本"));
    }

    @Test
    void aFigureThatWasInternalBecomesPublicThoughTheValueStays() {
        as("city-officer")
                .body("{\"items\":[" + item(REGION, "1976", "60", ",\"status\":\"final\"") + "]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
        published("1976").body("items", empty());

        String release = announce("city-officer", Instant.now().plusSeconds(2), "");
        stage("city-officer", release, REGION, "1976", "60", "").body("counts.revised", equalTo(1));
        awaitState(release, "released");

        published("1976").body("items.value", contains(60)).body("items.version", contains(2));
        figures("from=1976&to=1976").body("items.audience", contains("public")).body("items.status", contains("final"));
    }

    private static ValidatableResponse staged(String release, String year, String more) {
        return stage("city-officer", release, REGION, year, "50", more).statusCode(200);
    }

    private static ValidatableResponse figures(String periods) {
        return as("city-officer")
                .get("/api/v1/indicators/premium-income/observations?region=" + REGION + "&" + periods)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse published(String year) {
        return withToken(Tokens.of("public", Set.of("public"), List.of(), List.of()))
                .get("/api/v1/public/observations?indicator=premium-income&region=" + REGION + "&from=" + year + "&to="
                        + year)
                .then()
                .statusCode(200);
    }
}
