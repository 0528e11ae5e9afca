package org.finplan.tasks.register;

import static org.finplan.platform.testing.Requests.as;

import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries that tests make; every name says that it is a sample. */
public final class RegisterEntries {

    private RegisterEntries() {}

    /** The number of a field. */
    public static Map<String, Object> number(String value, String unit) {
        return Map.of("value", value, "unit", unit);
    }

    /** A request for an entry without links. */
    public static Map<String, Object> request(String region, String stage, String date, Map<String, ?> fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", Map.of("zh", "演示样本：条目", "en", "Sample: entry"));
        body.put("region", region);
        body.put("stage", stage);
        body.put("date", date);
        body.put("fields", fields);
        return body;
    }

    /** Path of the entries of a register. */
    public static String path(String register) {
        return "/api/v1/registers/" + register + "/entries";
    }

    /** Sends a request for an entry. */
    public static ValidatableResponse enter(String user, String register, Map<String, Object> body) {
        return as(user).body(body).post(path(register)).then();
    }

    /** Enters an entry and gives its path. */
    public static String entered(String user, String register, Map<String, Object> body) {
        String id = enter(user, register, body).statusCode(201).extract().path("id");
        return path(register) + "/" + id;
    }

    /** Moves an entry that the caller has just read. */
    public static ValidatableResponse move(String user, String entry, String stage, String date, String reason) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("stage", stage);
        body.put("date", date);
        body.put("reason", reason);
        return move(user, entry, body);
    }

    /** Moves an entry that the caller has just read. */
    public static ValidatableResponse move(String user, String entry, Map<String, Object> body) {
        return as(user).header("If-Match", as(user).get(entry).header("ETag"))
                .body(body)
                .post(entry + ":move")
                .then();
    }

    /** Lets an entry leave that the caller has just read. */
    public static ValidatableResponse end(String user, String entry, String date) {
        return as(user).header("If-Match", as(user).get(entry).header("ETag"))
                .body(Map.of("date", date, "reason", "演示样本：迁出 / sample: moved away"))
                .post(entry + ":end")
                .then();
    }

    /** Texts of a field that takes several. */
    public static List<String> texts(String... texts) {
        return List.of(texts);
    }
}
