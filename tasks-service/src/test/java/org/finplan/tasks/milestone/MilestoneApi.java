package org.finplan.tasks.milestone;

import static org.finplan.platform.testing.Requests.as;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;

/** Requests about milestones, for tests. */
public final class MilestoneApi {

    private MilestoneApi() {}

    /**
     * A milestone as it was answered.
     *
     * @param id its id
     * @param tag its ETag
     */
    public record Planned(String id, String tag) {

        /** {@return its path} */
        public String path() {
            return "/api/v1/milestones/" + id;
        }
    }

    /** Plans a milestone as the city. */
    public static Planned planned(String task, String date) {
        return planned(task, body(date));
    }

    /** Plans a milestone as the city. */
    public static Planned planned(String task, Map<String, Object> body) {
        return answered(plan("city-officer", task, body).statusCode(201));
    }

    /** Asks for a milestone. */
    public static ValidatableResponse plan(String user, String task, Map<String, Object> body) {
        return as(user).body(body).post("/api/v1/tasks/" + task + "/milestones").then();
    }

    /** Does something to a milestone. */
    public static ValidatableResponse act(String user, Planned milestone, String action, Map<String, ?> body) {
        return as(user).header("If-Match", milestone.tag())
                .body(body)
                .post(milestone.path() + ":" + action)
                .then();
    }

    /** {@return what an answer holds} */
    public static Planned answered(ValidatableResponse answer) {
        return new Planned(answer.extract().path("id"), answer.extract().header("ETag"));
    }

    /** {@return what is sent to plan a milestone for a day} */
    public static Map<String, Object> body(String date) {
        Map<String, Object> body = new HashMap<>();
        body.put("title", Map.of("zh", "演示样本", "en", "Sample milestone"));
        body.put("plannedDate", date);
        return body;
    }

    /** {@return the same with something more} */
    public static Map<String, Object> body(String date, String field, Object value) {
        Map<String, Object> body = body(date);
        body.put(field, value);
        return body;
    }
}
