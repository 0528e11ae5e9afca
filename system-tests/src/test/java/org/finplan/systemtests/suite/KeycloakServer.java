package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.finplan.platform.devstack.process.ChildProcess;
import org.finplan.platform.devstack.process.PortReservation;
import org.finplan.systemtests.repository.Repository;

/** A real Keycloak on loopback, from its distribution, with the realm that the containers import. */
final class KeycloakServer implements AutoCloseable {

    private static final String ADMIN = "admin";
    private static final String PASSWORD = "admin-of-this-test-only";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ChildProcess process;
    private final String url;

    KeycloakServer(Path home) throws IOException {
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(imports.resolve("finplan-realm.json"), Repository.text("deploy/keycloak/finplan-realm.json"));
        assertThat(new File(home.toFile(), "bin/kc.sh").setExecutable(true)).isTrue();
        int port;
        try (PortReservation reservation = PortReservation.any(home.hashCode())) {
            port = reservation.port();
        }
        url = "http://127.0.0.1:" + port;
        process = ChildProcess.start(new ChildProcess.Plan(
                "keycloak",
                List.of(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--db=dev-mem",
                        "--cache=local",
                        "--import-realm"),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        PASSWORD,
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m"),
                home,
                home.resolve("keycloak.pid"),
                home.resolve("keycloak.log"),
                ChildProcess.StopSignal.TERM));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptionsMatching(failure -> failure instanceof ConnectException)
                .until(this::isReady);
    }

    private boolean isReady() {
        assertThat(process.isAlive()).as(process::lastWords).isTrue();
        return RestAssured.get(issuer() + "/.well-known/openid-configuration").statusCode() == 200;
    }

    /** {@return the issuer of the realm} */
    String issuer() {
        return url + "/realms/finplan";
    }

    /** {@return a token of Keycloak's own realm, which the suite does not trust} */
    String tokenOfAnotherRealm() {
        return token(
                "master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", ADMIN, "password", PASSWORD));
    }

    /** {@return an access token of the realm} */
    String token(Map<String, String> form) {
        return token("finplan", form);
    }

    private String token(String realm, Map<String, String> form) {
        Response answer =
                RestAssured.given().formParams(form).post(url + "/realms/" + realm + "/protocol/openid-connect/token");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("access_token");
    }

    /** {@return what the administration of the realm answers} */
    JsonNode read(String path) {
        Response answer = administrator().get(url + "/admin/realms/finplan/" + path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Suite.json(answer.asString());
    }

    /** Makes something in the realm, or changes what is there. */
    void write(String method, String path, JsonNode body) {
        Response answer = administrator().body(body.toString()).request(method, url + "/admin/realms/finplan/" + path);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
    }

    private RequestSpecification administrator() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + tokenOfAnotherRealm())
                .contentType("application/json");
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(30));
    }
}
