package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How far a system's token reaches. */
@GatewayTest
class ScopeTest {

    Client client;
    Surroundings surroundings;

    @Test
    @Tag("G04")
    void aCallOutsideTheScopeIsForbiddenAndLogged() {
        String token = system("tasks:read indicators:read");
        try (AccessLinesHeard lines = new AccessLinesHeard()) {
            assertThat(client.get("/api/v1/tasks/echo", token).status()).isEqualTo(200);
            Client.Answer refused =
                    Client.send(client.request("/api/v1/tasks/echo", token).POST(BodyPublishers.ofString("{}")));
            outOfScope(refused, "tasks:write");
            outOfScope(client.get("/api/v1/alerts", token), "risk:read");
            String id = refused.header("X-Request-Id");
            await().atMost(Duration.ofSeconds(60)).until(() -> lines.with(id, "status=403", "subject=credit-platform"));
        }
    }

    private static void outOfScope(Client.Answer answer, String needed) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("WWW-Authenticate"))
                .contains("insufficient_scope")
                .contains(needed);
        JsonObject problem = answer.json();
        assertThat(problem.getString("code")).isEqualTo("out-of-scope");
        JsonObject place = problem.getJsonArray("errors").getJsonObject(0);
        assertThat(place.getString("code")).isEqualTo("out-of-scope");
        assertThat(place.getJsonArray("accepted")).containsExactly(needed);
    }

    @Test
    void whatTheGatewayAnswersItselfHasScopesToo() {
        String reader = system("events:read operations:read");
        assertThat(client.get("/api/v1/events", reader).status()).isEqualTo(200);
        assertThat(client.get("/q/metrics", reader).status()).isEqualTo(200);
        assertThat(client.get("/api/v1/api-keys", reader).status()).isEqualTo(200);
        String other = system("tasks:read");
        outOfScope(client.get("/api/v1/events", other), "events:read");
        outOfScope(client.get("/api/v1/audit", other), "operations:read");
        outOfScope(client.get("/q/metrics", other), "operations:read");
        outOfScope(
                Client.send(
                        client.request("/api/v1/dead-letters:replay", reader).POST(BodyPublishers.noBody())),
                "operations:write");
        assertThat(client.get("/api/v1/nothing-here", other).status()).isEqualTo(404);
    }

    @Test
    void aSystemWithoutScopesReachesNothing() {
        String none = surroundings.issuer().token("s", List.of("integrator"), List.of());
        outOfScope(client.get("/api/v1/tasks/echo", none), "tasks:read");
        outOfScope(client.get("/api/v1/tasks/echo", system("tasks tasks:* *:read openid")), "tasks:read");
        String both = surroundings.issuer().token("s", List.of("integrator", "city-admin"), List.of());
        outOfScope(client.get("/api/v1/tasks/echo", both), "tasks:read");
    }

    @Test
    void scopesOfAPersonMeanNothing() {
        String person = surroundings
                .issuer()
                .token("p", List.of("city-officer"), List.of(), claims -> claims.setClaim("scope", "openid profile"));
        assertThat(client.get("/api/v1/tasks/echo", person).status()).isEqualTo(200);
    }

    @Test
    void scopesMayComeAsAList() {
        String token = surroundings
                .issuer()
                .token("s", List.of("integrator"), List.of(), claims -> claims.setClaim("scp", List.of("tasks:read")));
        assertThat(client.get("/api/v1/tasks/echo", token).status()).isEqualTo(200);
    }

    private String system(String scopes) {
        return surroundings
                .issuer()
                .token("credit-platform", List.of("integrator"), List.of(), claims -> claims.setClaim("scope", scopes));
    }
}
