package org.finplan.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.Feed;
import org.finplan.risk.SampleEvents;
import org.finplan.risk.rule.Level;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts in lists, and what the database itself guards. */
@FinplanTest
class AlertListTest {

    private static final List<String> REGIONS =
            List.of("441200", "441202", "441203", "441204", "441284", "441223", "441224", "441225", "441226");

    @Inject
    Feed feed;

    @Inject
    DataSource dataSource;

    @ParameterizedTest
    @CsvSource({"raisedAt", "-raisedAt", "updatedAt", "-updatedAt", "level", "-level"})
    void everyOrderPagesThroughAllAlertsOnce(String sort) {
        for (String region : REGIONS) {
            String state = region.compareTo("441204") > 0 ? "behind" : "off-course";
            feed.take(SampleEvents.attainment("securities-turnover", region, state, "10", 1));
        }
        List<Map<String, Object>> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = Requests.as("risk-officer")
                    .header("Prefer", "count=exact")
                    .queryParam("indicator", "securities-turnover")
                    .queryParam("sort", sort)
                    .queryParam("limit", 2);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get("/api/v1/alerts")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(REGIONS.size()))
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items"));
            assertThat(seen).hasSizeLessThanOrEqualTo(REGIONS.size());
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat(seen.stream().map(alert -> alert.get("region"))).containsExactlyInAnyOrderElementsOf(REGIONS);
        Comparator<Map<String, Object>> order = Comparator.comparing(alert -> key(sort, alert));
        assertThat(seen).isSortedAccordingTo(sort.startsWith("-") ? order.reversed() : order);
    }

    @Test
    void filtersAreHonouredAndInstitutionsHaveNoAlerts() {
        feed.take(SampleEvents.attainment("loans-balance", "441202", "off-course", "10", 1));
        Requests.as("risk-officer")
                .queryParams(Map.of("level", "orange", "state", "raised", "limit", 500))
                .get("/api/v1/alerts")
                .then()
                .statusCode(200)
                .body("items.level", everyItem(equalTo("orange")), "items.state", everyItem(equalTo("raised")));
        Requests.as("risk-officer")
                .queryParam("institution", "sample-institution")
                .get("/api/v1/alerts")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        feed.take(SampleEvents.attainment("loans-balance", "441203", "behind", "10", 1));
        feed.take(SampleEvents.attainment("loans-balance", "441204", "behind", "10", 1));
        String cursor = Requests.as("risk-officer")
                .queryParam("limit", 1)
                .queryParam("indicator", "loans-balance")
                .get("/api/v1/alerts")
                .jsonPath()
                .getString("nextCursor");
        Requests.as("risk-officer")
                .queryParam("cursor", cursor)
                .queryParam("indicator", "green-credit")
                .get("/api/v1/alerts")
                .then()
                .spec(Problems.of(400, "invalid-cursor"));
    }

    @Test
    @Tag("R02")
    void theDatabaseRefusesASecondOpenAlertAboutTheSameThing() throws SQLException {
        feed.take(SampleEvents.attainment("loans-balance", "441223", "behind", "10", 1));
        String copy = """
                INSERT INTO alert (id, version, rule, rule_version, plan, indicator, region, level, state, round, cause_gone,
                    title_zh, title_en, evidence_event, evidence_state, evidence_reason_zh, evidence_reason_en,
                    evidence_period, raised_at, updated_at)
                SELECT gen_random_uuid(), version, rule, rule_version, plan, indicator, region, level, state, round, cause_gone,
                    title_zh, title_en, evidence_event, evidence_state, evidence_reason_zh, evidence_reason_en,
                    evidence_period, raised_at, updated_at
                FROM alert WHERE indicator = 'loans-balance' AND region = '441223'""";
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(copy)).hasMessageContaining("uq_alert_open");
        }
    }

    @Test
    void rowsOfOtherRegionsDoNotExistForTheConnectionOfADivision() throws SQLException {
        feed.take(SampleEvents.attainment("loans-balance", "441224", "behind", "10", 1));
        feed.take(SampleEvents.attainment("loans-balance", "441225", "behind", "10", 1));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('finplan.read_regions', '441224,441200', false),"
                    + " set_config('finplan.write_regions', '441224', false)");
            for (String table : List.of("alert", "alert_timeline", "rule_assessment", "npl_figure")) {
                try (ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM " + table + " WHERE region NOT IN ('441224', '441200')")) {
                    rows.next();
                    assertThat(rows.getLong(1)).as(table).isZero();
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM alert WHERE region = '441224'")) {
                rows.next();
                assertThat(rows.getLong(1)).isPositive();
            }
            assertThat(statement.executeUpdate("UPDATE alert SET round = round WHERE region = '441200'"))
                    .isZero();
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM alert_timeline"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static String key(String sort, Map<String, Object> alert) {
        return sort.endsWith("level")
                ? String.valueOf(
                        Level.find((String) alert.get("level")).orElseThrow().rank())
                : Instant.parse((String) alert.get(sort.replace("-", ""))).toString();
    }
}
