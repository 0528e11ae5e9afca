package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every answer with facts says where they come from, what time they are about and which version they are. The table names
 * the places, one row for each read: the item (a JSON pointer, empty for the answer itself), and within it source, period
 * and version. Where a fact is a judgement, its source is the version of the observation or the clause that it rests on.
 */
@Order(6)
@ExtendWith(SharedSuite.class)
class ProvenanceIT {

    private static final String GDP = "/api/v1/indicators/gdp/observations?region=441200&from=2022&to=2022";
    private static String observation;
    private static String target;
    private static String task;
    private static String notice;

    @BeforeAll
    static void findOnes(Suite suite) {
        GatewayClient client = suite.client();
        observation = first(client, GDP).path("id").asText();
        target = first(client, "/api/v1/targets?plan=zq-fin-14fyp").path("id").asText();
        task = first(client, "/api/v1/tasks?plan=zq-fin-14fyp").path("id").asText();
        Answer draft = client.post("risk-officer", "/api/v1/notices", Suite.json("""
                {"region": "441200", "issuer": "演示样本单位", "title": {"zh": "演示样本"}, "body": {"zh": "演示样本"}}
                """));
        notice = draft.body().path("id").asText();
        Map<String, String> tag = Map.of("If-Match", draft.headers().get("etag"));
        assertThat(io.restassured.RestAssured.given()
                        .headers(tag)
                        .header("Authorization", "Bearer " + suite.token("risk-officer"))
                        .contentType("application/json")
                        .body("{\"channels\":[{\"channel\":\"website\"}]}")
                        .post(suite.gateway() + "/api/v1/notices/" + notice + ":publish")
                        .statusCode())
                .isEqualTo(200);
    }

    private static JsonNode first(GatewayClient client, String path) {
        Answer answer = client.get("auditor", path);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
        JsonNode item = answer.body().at("/items/0");
        assertThat(item.isObject()).as(path).isTrue();
        return item;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            /api/v1/indicators/gdp/observations?region=441200&from=2022&to=2022, /items/0, /source/title, /period, /version
            /api/v1/observations/{observation}, /current, /source/title, /period, /version
            /api/v1/observations/{observation}, /versions/0, /source/title, /period, /version
            /api/v1/attainment?plan=zq-fin-14fyp&period=2020&region=441200, /items/0/actual, /source/title, /period, /version
            /api/v1/attainment?plan=zq-fin-14fyp&period=2020&region=441200, /items/0/target, /clause, /year, /version
            /api/v1/targets?plan=zq-fin-14fyp, /items/0, /clause, /period, /version
            /api/v1/targets/{target}, /current, /clause, /period, /version
            /api/v1/indicators?plan=zq-fin-14fyp, /items/0, /clause, /baseline/period, /targets/0/version
            /api/v1/plans, /items/0, /documentNumber, /horizon, /fingerprint
            /api/v1/rule-assessments, /items/0, /actual/observation, /period, /actual/version
            /api/v1/alerts, /items/0/evidence, /observation, /period, /version
            /api/v1/tasks?plan=zq-fin-14fyp, /items/0, /clause, /plan, /version
            /api/v1/tasks/{task}, '', /clause, /horizon/start, /version
            /api/v1/notices/{notice}, '', /issuer, /publishedAt, /version
            /api/v1/public/notices/{notice}, '', /issuer, /publishedAt, /version
            /api/v1/public/observations?indicator=gdp&region=441200, /items/0, /source/title, /period, /version
            """)
    void g14AnAnswerCarriesSourcePeriodAndVersion(
            String path, String item, String source, String period, String version, Suite suite) {
        String address = path.replace("{observation}", observation)
                .replace("{target}", target)
                .replace("{task}", task)
                .replace("{notice}", notice);
        Answer answer = suite.client().get("auditor", address);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        JsonNode fact = answer.body().at(item);
        assertThat(fact.isObject()).as("%s of %s", item, answer.body()).isTrue();
        for (String place : List.of(source, period, version)) {
            assertThat(fact.at(place).isMissingNode() || fact.at(place).isNull())
                    .as("%s in %s", place, fact)
                    .isFalse();
        }
    }
}
