package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A stack with traces and JSON logs switched on, as in production. */
@Order(6)
class ObservedIT {

    @Test
    void oneRequestIsOneTraceInTheGatewayTheServiceAndTheirLogs() throws IOException {
        try (SpanReceiver receiver = new SpanReceiver();
                Suite suite = Suite.start("observed", environment(receiver))) {
            String trace = UUID.randomUUID().toString().replace("-", "");
            RestAssured.given()
                    .header("Authorization", "Bearer " + suite.token("auditor"))
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                    .get(suite.gateway() + "/api/v1/regions")
                    .then()
                    .statusCode(200);

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(receiver.hasSpan("gateway", trace))
                        .as("span of the gateway")
                        .isTrue();
                assertThat(receiver.hasSpan("indicators-service", trace))
                        .as("span of the service")
                        .isTrue();
            });
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(lines(suite, "gateway")).anyMatch(line -> isAccess(line, trace)));
            for (String program : List.of("gateway", "indicators", "tasks", "risk")) {
                assertThat(lines(suite, program)).as(program).isNotEmpty().allMatch(ObservedIT::isRecord);
            }
        }
    }

    private static Map<String, String> environment(SpanReceiver receiver) {
        return Map.of(
                "FINPLAN_TELEMETRY_DISABLED",
                "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                receiver.url(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf",
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                "true");
    }

    private static List<String> lines(Suite suite, String program) {
        try {
            return Files.readAllLines(suite.data().resolve("logs").resolve(program + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAccess(String line, String trace) {
        JsonNode record = Suite.json(line);
        return record.path("loggerName").asText().equals("org.finplan.access")
                && record.path("message").asText().contains("trace=" + trace);
    }

    private static boolean isRecord(String line) {
        JsonNode record = Suite.json(line);
        return record.hasNonNull("timestamp") && record.hasNonNull("level") && record.hasNonNull("message");
    }
}
