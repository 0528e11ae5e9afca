package org.finplan.risk.network.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.NetworkApi.battiston;
import static org.finplan.risk.network.NetworkApi.stored;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ranking for spreadsheets, as a whole. */
@FinplanTest
@Tag("R14")
class RankedFailureSheetTest {

    private static final int MANY = 200_000;

    @Inject
    Jdbi jdbi;

    private String ranking(String network, String state, int firms) {
        UUID id = UUID.randomUUID();
        UUID of = UUID.fromString(network.substring(network.lastIndexOf('/') + 1));
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    handle.execute("""
                    INSERT INTO failure_ranking (id, network, region, joint, tolerance, state, solver, firms, reached, ordered_by,
                        ordered_at, finished_at)
                    VALUES (?, ?, '441200', 'worst-case', 1e-9, ?, 'exact', ?, ?, 'sample', now(), now())\
                    """, id, of, state, firms, firms);
                    handle.execute("""
                    INSERT INTO ranked_failure (ranking, rank, firm, impact, failures)
                    SELECT ?, n, '演示样本-' || n, 1.0 / n, 1 FROM generate_series(1, ?) AS n""", id, firms);
                }));
        return network + "/failure-rankings/" + id;
    }

    @Test
    void allFirmsComeInTheirOrder() {
        String path = ranking(stored(battiston("2018-01-01")), "done", MANY);
        String text = Requests.as("auditor")
                .accept("text/csv")
                .header("Accept-Language", "en")
                .get(path + "/failures.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("sample-failure-ranking-2018-01-01.csv"))
                .extract()
                .asString();
        List<String> lines = text.lines().toList();
        assertThat(lines).hasSize(MANY + 1);
        assertThat(lines.get(0)).isEqualTo("\uFEFFrank,firm,impact,failures,synthetic");
        assertThat(lines.get(5001)).startsWith("5001,演示样本-5001,0.00019996").endsWith(",1,yes");
        assertThat(lines.get(MANY)).startsWith(MANY + ",演示样本-" + MANY + ",");
    }

    @Test
    void whatIsNotDoneHasNoSheet() {
        String network = stored(battiston("2018-02-01"));
        String path = ranking(network, "failed", 1);
        Requests.as("auditor")
                .accept("text/csv")
                .get(path + "/failures.csv")
                .then()
                .spec(Problems.of(409, "failure-ranking-not-done"));
        RestAssured.given()
                .accept("text/csv")
                .get(path + "/failures.csv")
                .then()
                .statusCode(401);
        Requests.as("district-441202")
                .accept("text/csv")
                .get(path + "/failures.csv")
                .then()
                .spec(Problems.of(403, "forbidden"));
        Requests.asBoundTo("risk-officer", "SAMPLE-CITY")
                .accept("text/csv")
                .get(path + "/failures.csv")
                .then()
                .spec(Problems.of(404, "not-found"));
        Requests.as("auditor")
                .accept("text/csv")
                .get(network + "/failure-rankings/" + UUID.randomUUID() + "/failures.csv")
                .then()
                .spec(Problems.of(404, "not-found"));
        Requests.as("auditor")
                .accept("application/json")
                .get(path + "/failures.csv")
                .then()
                .spec(Problems.of(406, "not-acceptable"));
    }
}
