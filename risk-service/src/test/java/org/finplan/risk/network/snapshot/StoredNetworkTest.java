package org.finplan.risk.network.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.NetworkApi.ALL;
import static org.finplan.risk.network.NetworkApi.battiston;
import static org.finplan.risk.network.NetworkApi.stored;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.UUID;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a network, in the database and in memory, gives the same answers and gives them to nobody else. */
@FinplanTest
class StoredNetworkTest {

    private static final String AS_BEFORE = """
            INSERT INTO network (id, region, kind, as_of, synthetic, content_hash, firms, equity, weight, external_assets,
                external_debt, edge_from, edge_to, edge_amount, edge_contract, edge_share, edge_since, edge_until, parallel,
                not_in_force, recorded_by, recorded_at)
            VALUES (:id, '441200', 'guarantee', '2025-12-31', true, decode(md5(:name), 'hex'), '{演示样本-A,演示样本-B}',
                '{14.50,NULL}', '{NULL,NULL}', '{NULL,1}', '{NULL,NULL}', '{0,0}', '{1,1}', '{4.25,1}', '{演示样本-C1,""}',
                '{0.5,NULL}', '{"",2024-01-01}', '{2030-12-31,""}', 1, 0, 'risk-officer', now())""";

    @Inject
    Jdbi jdbi;

    @Inject
    EveryRegion regions;

    @Inject
    UserTransaction transaction;

    @Test
    void aNetworkThatWasStoredAsArraysIsReadAsBefore() throws Exception {
        UUID id = UUID.randomUUID();
        transaction.begin();
        regions.run(() -> jdbi.useHandle(handle -> handle.createUpdate(AS_BEFORE)
                .bind("id", id)
                .bind("name", id.toString())
                .execute()));
        transaction.commit();
        String path = ALL + "/" + id;
        Requests.as("auditor").get(path).then().statusCode(200).body("firms", equalTo(2), "edges", equalTo(2));
        for (int time = 0; time < 2; time++) {
            Requests.as("auditor")
                    .get(path + "/chains?firm=演示样本-A&depth=1")
                    .then()
                    .statusCode(200)
                    .body("paths.size()", equalTo(1), "paths[0].steps.amount", contains(5.25f))
                    .body("paths[0].steps.until", contains("2030-12-31"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/components",
                "/chains?firm=N1",
                "/exposures?firm=N1",
                "/components/0.svg",
                "/components/0.graphml"
            })
    void whatIsReadyGivesTheSameAnswerAgainAndNoneToAnotherCity(String question) {
        String path = stored(battiston("2021-05-01"));
        String first = answer(path + question);
        assertThat(answer(path + question)).isEqualTo(first);
        Requests.asBoundTo("risk-officer", "SAMPLE-CITY")
                .accept("*/*")
                .get(path + question)
                .then()
                .spec(Problems.of(404, "not-found"));
        assertThat(answer(path + question)).isEqualTo(first);
    }

    private static String answer(String path) {
        return Requests.as("auditor")
                .accept("*/*")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
