package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes on without credentials: public routes, as the public, and nothing else. */
@GatewayTest
class PublicTest {

    Client client;
    Surroundings surroundings;

    @Test
    @Tag("G15")
    void anybodyReadsPublicRoutesAsThePublic() {
        for (String path : List.of(
                "/api/v1/public/observations/echo",
                "/api/v1/public/plan-package-schemas/echo",
                "/api/v1/public/notices/echo",
                "/api/v1/calendars/echo")) {
            JsonObject claims = arrived(path, null);
            assertThat(claims.getJsonArray("groups")).containsExactly("public");
            assertThat(claims.getString("sub")).isEqualTo("public");
            assertThat(claims.getJsonArray("regions")).isEmpty();
            assertThat(claims.getJsonArray("units")).isEmpty();
        }
    }

    @Test
    @Tag("G15")
    void theAnswerDoesNotDependOnWhoAsks() {
        String admin = surroundings.token("city-admin");
        assertThat(arrived("/api/v1/public/observations/echo", admin).getJsonArray("groups"))
                .containsExactly("public");
    }

    @Test
    void credentialsThatDoNotHoldAreRefusedOnPublicRoutesToo() {
        Client.Answer answer = client.get("/api/v1/public/observations/echo", "garbage");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("token-malformed");
    }

    @Test
    @Tag("G15")
    void everythingElseNeedsCredentials() {
        for (String path : List.of(
                "/api/v1/observations",
                "/api/v1/notices",
                "/api/v1/events",
                "/api/v1/audit",
                "/api/v1/public",
                "/api/v1/calendar-keys",
                "/api/v1/calendar",
                "/api/v1/public/alerts",
                "/api/v1/public/observationsx",
                "/q/metrics")) {
            assertThat(client.get(path, null).status()).as(path).isEqualTo(401);
        }
    }

    /** The query of a calendar is a secret; so are others, and none is written down. */
    @Test
    void theKeyOfACalendarStandsInNoLine() {
        String key = "fpc_sample00_" + "s".repeat(43);
        try (AccessLinesHeard heard = new AccessLinesHeard()) {
            assertThat(client.get("/api/v1/calendars/echo?key=" + key, null).status())
                    .isEqualTo(200);
            await().until(() -> heard.with("/api/v1/calendars/echo", "route=calendars"));
            assertThat(heard.with(key)).isFalse();
        }
        // A span would keep the query.
        assertThat(ConfigProvider.getConfig().getValue("quarkus.otel.traces.suppress-application-uris", String.class))
                .isEqualTo("/api/v1/calendars/*");
    }

    @Test
    void noIssuerGivesTheRoleOfThePublic() {
        String token = surroundings.issuer().token("somebody", List.of("public", "auditor"), List.of());
        JsonObject claims = client.get("/api/v1/tasks/echo", token).internalClaims();
        assertThat(claims.getJsonArray("groups")).containsExactly("auditor");
    }

    private JsonObject arrived(String path, String token) {
        Client.Answer answer = client.get(path, token);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.internalClaims();
    }
}
