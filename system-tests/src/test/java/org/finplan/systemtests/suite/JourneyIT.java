package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.stack.Endpoints;
import org.finplan.systemtests.repository.Repository;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job of the suite from outside, as a fresh clone has it. */
@Order(1)
@ExtendWith(SharedSuite.class)
class JourneyIT {

    private static final String PLAN = "zq-fin-14fyp";

    @Test
    void theDemoShowsWhatItPromisesAgainAndAgain(Suite suite) {
        for (int time = 1; time <= 2; time++) {
            Suite.Result told = suite.finplan("demo");
            assertThat(told.code()).as(told.output()).isZero();
        }
    }

    @Test
    void baselinesAndTargetsAreThoseOfThePlan(Suite suite) {
        JsonNode served = items(suite.client().get("auditor", "/api/v1/indicators?plan=" + PLAN));
        JsonNode plan = Suite.json(Repository.text(
                        "platform/plan/src/main/resources/org/finplan/platform/plan/" + PLAN + "/indicators.json"))
                .path("indicators");
        assertThat(served).hasSize(15);
        for (int i = 0; i < plan.size(); i++) {
            JsonNode expected = plan.get(i);
            JsonNode actual = served.get(i);
            assertThat(actual.path("number").asInt()).isEqualTo(i + 1);
            assertThat(actual.path("code").asText())
                    .isEqualTo(expected.path("code").asText());
            assertThat(actual.path("baseline").path("value").asText())
                    .as("baseline of %s", actual.path("code"))
                    .isEqualTo(expected.path("baseline").path("value").asText());
            JsonNode target = expected.path("target");
            assertThat(actual.path("targets"))
                    .as("targets of %s", actual.path("code"))
                    .anySatisfy(one -> {
                        assertThat(one.path("comparator").asText())
                                .isEqualTo(target.path("comparator").asText());
                        assertThat(one.path("value").asText(""))
                                .isEqualTo(target.path("value").asText(""));
                    });
        }
    }

    @Test
    void allTasksAreThereAndEveryClauseResolves(Suite suite) {
        GatewayClient client = suite.client();
        Set<String> clauses = new HashSet<>();
        List<JsonNode> tasks = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = client.get("auditor", "/api/v1/tasks?plan=" + PLAN + "&limit=500" + cursor);
            items(page).forEach(tasks::add);
            cursor = page.body().hasNonNull("nextCursor")
                    ? "&cursor=" + page.body().get("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        tasks.forEach(task -> clauses.add(task.path("clause").asText()));
        Set<String> parents = new HashSet<>();
        tasks.forEach(task -> parents.add(task.path("parent").asText("")));
        assertThat(tasks).hasSize(481);
        assertThat(tasks.stream()
                        .filter(task -> !parents.contains(task.path("id").asText())))
                .hasSize(369);
        for (String clause : clauses) {
            assertThat(client.get("auditor", "/api/v1/plans/" + PLAN + "/clauses/" + clause)
                            .status())
                    .as(clause)
                    .isEqualTo(200);
        }
    }

    @Test
    void aDistrictReadsItselfAndTheCityButNoOtherDistrict(Suite suite) {
        GatewayClient client = suite.client();
        String series = "/api/v1/indicators/green-credit/observations?region=";
        assertThat(client.get("district-441202", series + "441202").status()).isEqualTo(200);
        assertThat(client.get("district-441202", series + "441200").status()).isEqualTo(200);
        assertThat(client.get("district-441202", series + "441203").status()).isEqualTo(404);
        assertThat(client.get("district-LOCAL-HTZ", series + "LOCAL-HTZ").status())
                .isEqualTo(200);
    }

    @Test
    void theAuditChainHolds(Suite suite) {
        Answer verified = suite.client().get("auditor", "/api/v1/audit:verify");
        assertThat(verified.status()).as("%s", verified.body()).isEqualTo(200);
        assertThat(verified.body().toString()).doesNotContain("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/openapi", "/openapi.json", "/docs", "/"})
    void opensTheseToEverybody(String path, Suite suite) throws Exception {
        assertThat(send(HttpRequest.newBuilder(suite.gateway().resolve(path))).statusCode())
                .isIn(200, 301, 302, 303, 307, 308);
    }

    @Test
    void letsNobodyReachAServiceAroundTheGateway(Suite suite) throws Exception {
        Endpoints endpoints = suite.endpoints();
        String token = suite.token("city-admin");
        for (String service : List.of(endpoints.indicators(), endpoints.tasks(), endpoints.risk())) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + "/api/v1/audit"))
                    .header("Authorization", "Bearer " + token);
            assertThat(send(request).statusCode()).as(service).isEqualTo(401);
        }
    }

    @Test
    void printsATokenThatTheGatewayTakes(Suite suite) throws Exception {
        Suite.Result token = suite.finplan("token", "city-officer");
        assertThat(token.code()).isZero();
        HttpRequest.Builder request = HttpRequest.newBuilder(suite.gateway().resolve("/api/v1/regions"))
                .header("Authorization", "Bearer " + token.output().strip());
        assertThat(send(request).statusCode()).isEqualTo(200);
        assertThat(suite.finplan("token", "nobody").code()).isEqualTo(1);
    }

    @Test
    void keepsKeysAndPasswordsToTheOwner(Suite suite) throws IOException {
        Path secrets = suite.data().resolve("secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        for (String file : List.of("issuer.pem", "internal.pem", "passwords.properties")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void tellsHowItIs(Suite suite) {
        Suite.Result status = suite.finplan("status");
        assertThat(status.code()).as(status.output()).isZero();
        assertThat(status.output()).contains("gateway", "MB resident").doesNotContain("NOT READY");
        Suite.Result second = suite.finplan("up", "--detach");
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.output()).contains("a stack runs already");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode items(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body().path("items");
    }
}
