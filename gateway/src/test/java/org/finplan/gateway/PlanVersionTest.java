package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.plan.table.PlanFiles;
import org.finplan.platform.testing.PublishedPlan;
import org.junit.jupiter.api.Test;

/** Versions of a plan package that come by events while the gateway runs. */
@GatewayTest
class PlanVersionTest {

    Client client;
    Surroundings surroundings;

    @Test
    void theRegionsOfAVersionAreKnownOnceItIsInForceAndTheFeedHidesItsPieces() {
        String admin = surroundings.token("city-admin");
        PublishedPlan plan = new PublishedPlan("sample-gateway-a", surroundings.log()::plan);
        // Of the city that is there: callers without a region mean the only city, in other tests too.
        String feed = "/api/v1/events?wait=0&region=" + plan.region("EAST");
        String cursor = client.get("/api/v1/events?after=now", admin).json().getString("nextCursor");
        assertThat(client.get(feed, admin).status()).isEqualTo(400);

        PlanFiles files = plan.files(text -> text.replace(plan.region("CITY"), "441200"));
        plan.publish(1, files);
        plan.enforce(1, files);

        await().untilAsserted(() -> assertThat(client.get(feed, admin).status()).isEqualTo(200));
        List<String> types = new ArrayList<>();
        await().untilAsserted(() -> {
            types.clear();
            client.get("/api/v1/events?wait=5&after=" + cursor, admin)
                    .json()
                    .getJsonArray("items")
                    .forEach(item -> types.add(((JsonObject) item).getString("type")));
            assertThat(types)
                    .containsSubsequence(
                            "org.finplan.indicators.plan.published.v1", "org.finplan.indicators.plan.enforced.v1");
        });
        assertThat(types).noneMatch(type -> type.contains("piece"));
    }
}
