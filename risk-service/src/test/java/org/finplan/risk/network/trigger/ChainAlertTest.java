package org.finplan.risk.network.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.FactApi.fact;
import static org.finplan.risk.network.FactApi.table;
import static org.finplan.risk.network.FactApi.uscc;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.TestEvents;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts raise alerts by themselves, one for a chain is told, and they end with their cause. */
@FinplanTest
class ChainAlertTest {

    private static final String CITY = "SAMPLE-CITY";
    private static final String ALERTS = "/api/v1/alerts";

    @Inject
    Jdbi jdbi;

    private static RequestSpecification officer() {
        return Requests.asBoundTo("risk-officer", CITY);
    }

    private static RequestSpecification district() {
        return Requests.asBoundTo("district-441202", "SAMPLE-EAST");
    }

    private static void recorded(String kind, String table) {
        table(officer(), kind, table).then().statusCode(200);
    }

    private static void chain() {
        StringBuilder firms = new StringBuilder("uscc,name,region,source\n");
        for (int firm = 4001; firm <= 4006; firm++) {
            firms.append(uscc(firm)).append(",演示样本").append(firm).append(",outside,演示样本\n");
        }
        recorded("firm", firms.toString());
        StringBuilder loans = new StringBuilder("number,debtor,creditor,amount,unit,security,start,source\n");
        StringBuilder guarantees = new StringBuilder("number,borrower,guarantors,amount,unit,start,source\n");
        for (int other = 4002; other <= 4005; other++) {
            loans.append("演示样本-")
                    .append(other)
                    .append(',')
                    .append(uscc(4001))
                    .append(",演示样本银行")
                    .append(other);
            loans.append(",1500,万元,guarantee,2025-01-01,演示样本\n");
            guarantees
                    .append("演示样本-")
                    .append(other)
                    .append(',')
                    .append(uscc(4001))
                    .append(',');
            guarantees.append(uscc(other)).append(",300,万元,2025-01-01,演示样本\n");
        }
        recorded("arrears", "uscc,type,start,source\n" + uscc(4003) + ",wages,2025-01-01,演示样本\n");
        recorded("loan", loans.toString());
        recorded("guarantee", guarantees.toString());
    }

    private static JsonPath await(String firm, String rule, Predicate<Map<String, Object>> expected) {
        return Awaitility.await()
                .until(
                        () -> officer()
                                .get(ALERTS + "?limit=500&rule=" + rule)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        alerts -> alerts.<Map<String, Object>>getList("items").stream()
                                .anyMatch(alert -> alert.get("indicator").equals(firm) && expected.test(alert)));
    }

    private static Map<String, Object> alert(JsonPath alerts, String firm) {
        return alerts.<Map<String, Object>>getList("items").stream()
                .filter(alert -> alert.get("indicator").equals(firm))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("R15")
    void aChainIsOneMessageAndEndsWithItsCause() {
        chain();
        Map<String, Object> root =
                alert(await(uscc(4001), "TC-01", alert -> alert.get("state").equals("raised")), uscc(4001));
        Map<String, Object> carried =
                alert(await(uscc(4003), "TC-02", alert -> alert.toString().contains("inhibition")), uscc(4003));
        assertThat(root).containsEntry("level", "yellow").containsEntry("region", CITY);
        assertThat(root.get("title").toString()).contains("演示样本4001");
        assertThat(root.get("evidence").toString()).contains("融资银行 4 家", "条文未经核实", "演示样本4003 TC-02");
        assertThat(carried).containsEntry("level", "blue");
        assertThat(carried.toString()).contains("/api/v1/alerts/" + root.get("id"), "inhibition");
        List<TestEvents.Received> told = TestEvents.await("risk.events", "alert/" + root.get("id"), 1);
        assertThat(told.get(0).data().path("mutedBy").isTextual()).isFalse();
        assertThat(told.get(0).data().toString()).doesNotContain("演示样本4001", uscc(4001));
        // A district reads the alerts of its city, and does not hear who guarantees whom.
        district().get(ALERTS + "/" + root.get("id")).then().statusCode(404);
        district().get(ALERTS + "?limit=500&rule=TC-01").then().statusCode(200).body("items.size()", equalTo(0));
        district().get("/api/v1/alert-groups?by=rule").then().statusCode(200).body("items.rule", not(hasItem("TC-01")));
        // A fact that changes nothing leaves the alerts as they are.
        int entries = timeline(root);
        officer().body(firm(4007)).post("/api/v1/network-facts").then().statusCode(201);
        judged();
        assertThat(timeline(root)).isEqualTo(entries);
        // One loan is repaid: 45 million yuan are left.
        recorded(
                "loan",
                "number,debtor,creditor,amount,security,start,end,source\n演示样本-4002," + uscc(4001)
                        + ",演示样本银行4002,15000000,guarantee,2025-01-01,2025-02-01,演示样本\n");
        await(uscc(4001), "TC-01", alert -> alert.get("state").equals("closed"));
        // What it carried is told of now.
        await(uscc(4003), "TC-02", alert -> !alert.toString().contains("/api/v1/alerts/" + root.get("id")));
        TestEvents.await("risk.events", "alert/" + carried.get("id"), 2);
    }

    private static Map<String, Object> firm(int firm) {
        return fact("firm", "uscc", uscc(firm), "name", "演示样本" + firm, "region", "outside");
    }

    private static int timeline(Map<String, Object> alert) {
        return officer()
                .get(ALERTS + "/" + alert.get("id") + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    private void judged() {
        Awaitility.await()
                .until(() -> jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT judged_at >= changed_at FROM network_clock WHERE region = :city")
                        .bind("city", CITY)
                        .mapTo(Boolean.class)
                        .one()));
    }
}
