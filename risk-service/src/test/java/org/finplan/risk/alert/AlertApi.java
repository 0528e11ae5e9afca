package org.finplan.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.Requests;

/** The alerts of one subject through the API. */
final class AlertApi {

    private AlertApi() {}

    static JsonPath only(String rule, String indicator, String region) {
        JsonPath list = list(rule, indicator, region);
        assertThat(list.getList("items")).hasSize(1);
        return list;
    }

    static JsonPath list(String rule, String indicator, String region) {
        return Requests.as("risk-officer")
                .queryParams(Map.of("rule", rule, "indicator", indicator, "region", region))
                .get("/api/v1/alerts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static String id(String rule, String indicator, String region) {
        return only(rule, indicator, region).getString("items[0].id");
    }

    static JsonPath get(String id) {
        return Requests.as("risk-officer")
                .get("/api/v1/alerts/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static List<Map<String, Object>> timeline(String id) {
        return Requests.as("risk-officer")
                .get("/api/v1/alerts/" + id + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    /** A move with the current ETag. */
    static Response move(String user, String id, String action, Map<String, ?> body) {
        return request(user, id).body(body).post("/api/v1/alerts/" + id + ":" + action);
    }

    static RequestSpecification request(String user, String id) {
        String tag = Requests.as("risk-officer").get("/api/v1/alerts/" + id).header("ETag");
        return Requests.as(user).header("If-Match", tag);
    }
}
