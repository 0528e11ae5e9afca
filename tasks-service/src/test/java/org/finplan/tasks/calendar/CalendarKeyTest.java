package org.finplan.tasks.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.tasks.calendar.Subscription.KEYS;
import static org.finplan.tasks.calendar.Subscription.made;
import static org.finplan.tasks.calendar.Subscription.officer;
import static org.finplan.tasks.calendar.Subscription.read;
import static org.finplan.tasks.calendar.Subscription.request;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Keys of calendars: who makes them, what is kept of them, and that whatever is wrong with one is answered in one way. */
@FinplanTest
class CalendarKeyTest {

    @Inject
    Jdbi jdbi;

    @Test
    void aKeyIsShownOnceAndKeptAsAHash() {
        String unit = Subscription.unit();
        String repeat = UUID.randomUUID().toString();
        Response made = as("city-admin")
                .header("Idempotency-Key", repeat)
                .body(request(unit))
                .post(KEYS);
        made.then()
                .statusCode(201)
                .body("state", equalTo("active"))
                .body("createdBy", equalTo("city-admin"))
                .body("key", matchesPattern("fpc_[a-z0-9]{8}_[A-Za-z0-9_-]{43}"))
                .body("address", equalTo("/api/v1/calendars/" + unit + ".ics?key=" + made.path("key")))
                .body("lastUsedOn", nullValue());
        String id = made.path("id");
        String key = made.path("key");
        as("city-admin")
                .header("Idempotency-Key", repeat)
                .body(request(unit))
                .post(KEYS)
                .then()
                .statusCode(201)
                .body("id", equalTo(id))
                .body("key", nullValue())
                .body("address", nullValue());
        as("city-admin").get(KEYS + "/" + id).then().statusCode(200).body("key", nullValue());
        read(unit, key).then().statusCode(200);
        as("city-admin").get(KEYS + "/" + id).then().body("lastUsedOn", equalTo(today().toString()));
        for (String table : List.of("calendar_key", "idempotency_key", "audit_record", "outbox")) {
            long found = jdbi.withHandle(handle -> handle.createQuery(
                            "SELECT count(*) FROM " + table + " t WHERE t::text LIKE '%' || :secret || '%'")
                    .bind("secret", key.substring(13))
                    .mapTo(Long.class)
                    .one());
            assertThat(found).as(table).isZero();
        }
    }

    @Test
    void whateverIsWrongWithAKeyTheAnswerIsTheSame() {
        String unit = Subscription.unit();
        String other = Subscription.unit();
        JsonPath revoked = made(unit);
        revoke(revoked.getString("id"), "\"1\"").then().statusCode(200);
        JsonPath ended = made(unit);
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE calendar_key SET ends_on = :day WHERE id = :id")
                .bind("day", today().minusDays(1))
                .bind("id", UUID.fromString(ended.getString("id")))
                .execute());
        String good = made(unit).getString("key");
        String unknown = good.substring(0, good.length() - 4) + "AAAA";
        List<Response> answers = List.of(
                read(unit, revoked.getString("key")),
                read(unit, ended.getString("key")),
                read(unit, made(other).getString("key")),
                read(unit, unknown),
                read(unit, "fpc_aaaaaaaa_" + good.substring(13)),
                read(unit, "nonsense"),
                read(unit, ""),
                Subscription.anybody().get("/api/v1/calendars/" + unit + ".ics"),
                read("no-such-unit", good));
        for (Response answer : answers) {
            answer.then().spec(Problems.of(404, "calendar-not-found"));
            assertThat(answer.jsonPath().getString("detail"))
                    .isEqualTo(answers.get(0).jsonPath().getString("detail"));
            assertThat(answer.jsonPath().getString("instance")).doesNotContain("key", "fpc_");
        }
        read(unit, good).then().statusCode(200);
    }

    @Test
    void aKeyIsRevokedOnceByItsVersion() {
        String unit = Subscription.unit();
        String id = made(unit).getString("id");
        revoke(id, null).then().spec(Problems.of(428, "precondition-required"));
        revoke(id, "\"9\"").then().spec(Problems.of(412, "precondition-failed"));
        revoke(id, "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("revoked"))
                .body("revokedBy", equalTo("city-admin"));
        revoke(id, "\"2\"").then().spec(Problems.of(409, "calendar-key-not-active"));
        revoke(UUID.randomUUID().toString(), "\"1\"").then().spec(Problems.of(404, "calendar-key-not-found"));
    }

    @Test
    void anOfficerOfAUnitMakesThoseOfItsUnitOnly() {
        String unit = Subscription.unit();
        String other = Subscription.unit();
        RestAssured.given().get(KEYS).then().statusCode(401);
        as("auditor").get(KEYS).then().spec(Problems.of(403, "forbidden"));
        as("city-officer")
                .contentType("application/json")
                .body(request(unit))
                .post(KEYS)
                .then()
                .spec(Problems.of(403, "forbidden"));
        String own = officer(unit)
                .body(request(unit))
                .post(KEYS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String foreign = made(other).getString("id");
        officer(unit).body(request(other)).post(KEYS).then().spec(Problems.at(403, "calendar-not-your-unit", "/unit"));
        officer(unit).get(KEYS).then().statusCode(200).body("items.id", contains(own));
        officer(unit).get(KEYS + "?unit=" + other).then().statusCode(200).body("items.id", not(hasItem(foreign)));
        officer(unit).get(KEYS + "/" + foreign).then().spec(Problems.of(404, "calendar-key-not-found"));
        officer(unit)
                .header("If-Match", "\"1\"")
                .post(KEYS + "/" + foreign + ":revoke")
                .then()
                .spec(Problems.of(404, "calendar-key-not-found"));
        officer(unit)
                .header("If-Match", "\"1\"")
                .post(KEYS + "/" + own + ":revoke")
                .then()
                .statusCode(200);
        as("city-admin-SAMPLE-CITY").get(KEYS + "/" + own).then().spec(Problems.of(404, "calendar-key-not-found"));
    }

    @Test
    void aDistrictIsAUnit() {
        as("district-441202").body(request("441202")).post(KEYS).then().statusCode(201);
        as("district-441203")
                .body(request("441202"))
                .post(KEYS)
                .then()
                .spec(Problems.at(403, "calendar-not-your-unit", "/unit"));
    }

    @Test
    void whatCannotBeIsRefusedWithItsPlace() {
        String unit = Subscription.unit();
        Map<String, Object> past = request(unit);
        past.put("endsOn", today().minusDays(1).toString());
        as("city-admin").body(past).post(KEYS).then().spec(Problems.at(422, "calendar-key-end-passed", "/endsOn"));
        Map<String, Object> nameless = request(unit);
        nameless.put("label", " ");
        as("city-admin").body(nameless).post(KEYS).then().statusCode(400);
        Map<String, Object> elsewhere = request(unit);
        elsewhere.put("city", "SAMPLE-CITY");
        as("city-admin").body(elsewhere).post(KEYS).then().statusCode(404);
        for (int i = 0; i < 50; i++) {
            made(unit);
        }
        as("city-admin").body(request(unit)).post(KEYS).then().spec(Problems.of(409, "calendar-key-too-many"));
    }

    @Test
    void noLogHasTheKey() {
        String unit = Subscription.unit();
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        Handler heard = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + " " + java.util.Arrays.toString(line.getParameters()) + line.getThrown());
            }

            @Override
            public void flush() {
                // Each line is here as soon as it is published.
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        };
        heard.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        Logger ours = Logger.getLogger("org.finplan");
        Level before = ours.getLevel();
        root.addHandler(heard);
        ours.setLevel(Level.ALL);
        try {
            JsonPath key = made(unit);
            read(unit, key.getString("key")).then().statusCode(200);
            read(Subscription.unit(), key.getString("key")).then().statusCode(404);
            revoke(key.getString("id"), "\"1\"").then().statusCode(200);
            read(unit, key.getString("key")).then().statusCode(404);
            Subscription.anybody()
                    .queryParam("key", key.getString("key"))
                    .queryParam("unknown", "x")
                    .get("/api/v1/calendars/" + unit + ".ics")
                    .then()
                    .statusCode(400);
            assertThat(lines).as("the log is heard").anyMatch(line -> line.contains("/api/v1/calendars/"));
            assertThat(lines)
                    .noneMatch(line -> line.contains(key.getString("key").substring(13)));
        } finally {
            root.removeHandler(heard);
            ours.setLevel(before);
        }
    }

    /** A span would keep the query. */
    @Test
    void noTraceIsMadeOfACalendar() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.otel.traces.suppress-application-uris", String.class))
                .isEqualTo("/api/v1/calendars/*");
    }

    private static Response revoke(String id, String tag) {
        return (tag == null ? as("city-admin") : as("city-admin").header("If-Match", tag))
                .post(KEYS + "/" + id + ":revoke");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
