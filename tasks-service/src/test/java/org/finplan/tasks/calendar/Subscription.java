package org.finplan.tasks.calendar;

import static org.finplan.platform.testing.Requests.as;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.Tokens;

/** A phone that subscribes to the calendar of a unit. */
final class Subscription {

    static final String KEYS = "/api/v1/calendar-keys";

    private Subscription() {}

    /** {@return a unit of its own for a test} */
    static String unit() {
        return "sample-" + UUID.randomUUID();
    }

    static Map<String, Object> request(String unit) {
        return new HashMap<>(Map.of("unit", unit, "label", "演示样本手机"));
    }

    /** A key that a city admin makes. */
    static JsonPath made(String unit) {
        return as("city-admin")
                .body(request(unit))
                .post(KEYS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** {@return a request as the gateway sends that of somebody without credentials} */
    static RequestSpecification anybody() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of("public", Set.of("public"), List.of(), List.of()));
    }

    static RequestSpecification officer(String... units) {
        return Requests.withToken(
                Tokens.of("unit-sample-officer", Set.of("unit-officer"), List.of("441200"), List.of(units)));
    }

    static Response read(String unit, String key) {
        return anybody().queryParam("key", key).get("/api/v1/calendars/" + unit + ".ics");
    }

    /** The events of a calendar by their UIDs, as another program reads them. */
    static Map<String, VEvent> events(Response answer) {
        try {
            Map<String, VEvent> events = new HashMap<>();
            new CalendarBuilder()
                    .build(new StringReader(
                            answer.then().statusCode(200).extract().asString()))
                    .getComponents("VEVENT")
                    .forEach(event -> events.put(value((VEvent) event, "UID"), (VEvent) event));
            return events;
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse(null);
    }
}
