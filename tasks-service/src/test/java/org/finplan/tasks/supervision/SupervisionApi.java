package org.finplan.tasks.supervision;

import static org.finplan.platform.testing.Requests.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.Tokens;

/** Supervised matters through the API. */
final class SupervisionApi {

    static final Map<String, Object> NOTE = Map.of("kind", "note", "text", "演示样本 sample");
    private static final String PATH = "/api/v1/supervisions";

    private SupervisionApi() {}

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    static Map<String, Object> matter(String unit) {
        Map<String, Object> body = new HashMap<>();
        body.put("title", "演示样本 sample");
        body.put("unit", unit);
        body.put("task", null);
        body.put("alert", null);
        body.put("due", null);
        body.put("workingDays", 5);
        body.put("ladder", null);
        body.put("cause", "演示样本 sample");
        return body;
    }

    static Response register(String user, Map<String, ?> body) {
        return as(user).body(body).post(PATH);
    }

    static String registered(String unit) {
        return register("city-officer", matter(unit))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A matter that its unit receipted. */
    static String acknowledged(String unit) {
        String id = registered(unit);
        move("city-officer", id, "assign", Map.of()).then().statusCode(200);
        move("city-officer", id, "acknowledge", Map.of()).then().statusCode(200);
        return id;
    }

    /** A move with the current ETag. */
    static Response move(String user, String id, String move, Map<String, ?> body) {
        return as(user).header("If-Match", tag(id)).body(body).post(PATH + "/" + id + ":" + move);
    }

    static Response move(RequestSpecification request, String id, String move, Map<String, ?> body) {
        return request.header("If-Match", tag(id)).body(body).post(PATH + "/" + id + ":" + move);
    }

    static String tag(String id) {
        return as("city-officer").get(PATH + "/" + id).header("ETag");
    }

    static JsonPath get(String id) {
        return as("city-officer")
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static List<String> kinds(String id) {
        return as("city-officer")
                .get(PATH + "/" + id + "/timeline?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.kind");
    }

    /** An officer of a unit of the city. */
    static RequestSpecification unit(String... units) {
        return Requests.withToken(
                Tokens.of("unit-sample-officer", Set.of("unit-officer"), List.of("441200"), List.of(units)));
    }
}
