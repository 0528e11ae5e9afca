package org.finplan.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    private static final ObjectNode BASE = document("""
            openapi: 3.1.0
            security: [{accessToken: []}]
            tags: [{name: Audit}]
            paths: {}
            components:
              securitySchemes: {accessToken: {type: http, scheme: bearer}}
              responses:
                Problem408: {description: too slow}
                Problem413: {description: too large}
                Problem429: {description: too often}
                Problem504: {description: too late}
            """);

    private static final ObjectNode OWN = document("""
            openapi: 3.1.0
            paths:
              /api/v1/audit:
                get:
                  operationId: listAuditRecords
                  security: [{bearer: []}]
                  responses:
                    "200": {description: ok}
              /api/v1/dead-letters:replay:
                post:
                  operationId: replayDeadLetters
                  requestBody: {}
                  responses:
                    "202": {description: ok}
            """);

    private static ObjectNode service(String path, String operation, String schema) {
        return document("""
                openapi: 3.1.0
                tags: [{name: Audit}, {name: Things}]
                paths:
                  %s:
                    get:
                      operationId: %s
                      security: [{other: []}]
                      responses:
                        "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Shared"}}}}
                  /api/v1/audit:
                    get:
                      operationId: listAuditRecords
                      responses:
                        "200": {content: {application/json: {schema: {$ref: "#/components/schemas/OnlyAudit"}}}}
                components:
                  securitySchemes: {other: {type: http, scheme: basic}}
                  schemas:
                    Shared: {type: object, properties: {inner: {$ref: "#/components/schemas/Inner"}}}
                    Inner: {type: %s}
                    OnlyAudit: {type: object}
                """.formatted(path, operation, schema));
    }

    @Test
    void documentsBecomeOne() {
        ObjectNode merged = OpenApiMerge.merge(
                BASE,
                OWN,
                Map.of("a", service("/api/v1/a", "listA", "string"), "b", service("/api/v1/b", "listB", "string")));
        assertThat(merged.at("/paths").fieldNames())
                .toIterable()
                .containsExactly("/api/v1/audit", "/api/v1/dead-letters:replay", "/api/v1/a", "/api/v1/b");
        assertThat(merged.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Shared", "Inner");
        assertThat(merged.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("accessToken");
        assertThat(merged.at("/paths/~1api~1v1~1a/get").has("security")).isFalse();
        assertThat(merged.at("/paths/~1api~1v1~1a/get/x-service").asText()).isEqualTo("a");
        assertThat(merged.at("/tags")).hasSize(2);
    }

    @Test
    void theGatewayMayAnswerBeforeAnyOperationAndInPlaceOfAService() {
        ObjectNode merged = OpenApiMerge.merge(BASE, OWN, Map.of("a", service("/api/v1/a", "listA", "string")));
        assertThat(merged.at("/paths/~1api~1v1~1audit/get").has("security")).isFalse();
        assertThat(merged.at("/paths/~1api~1v1~1audit/get").has("x-service")).isFalse();
        assertThat(merged.at("/paths/~1api~1v1~1audit/get/responses").fieldNames())
                .toIterable()
                .containsExactly("200", "429");
        assertThat(merged.at("/paths/~1api~1v1~1dead-letters:replay/post/responses")
                        .fieldNames())
                .toIterable()
                .containsExactly("202", "408", "413", "429");
        assertThat(merged.at("/paths/~1api~1v1~1a/get/responses").fieldNames())
                .toIterable()
                .containsExactly("200", "429", "504");
        assertThat(merged.at("/paths/~1api~1v1~1a/get/responses/504/$ref").asText())
                .isEqualTo("#/components/responses/Problem504");
    }

    @Test
    void whatAServiceOpensToEverybodyIsOpen() {
        ObjectNode open = service("/api/v1/a", "listA", "string");
        ((ObjectNode) open.at("/paths/~1api~1v1~1a/get")).putArray("security").addObject();
        ObjectNode merged = OpenApiMerge.merge(BASE, OWN, Map.of("a", open));
        assertThat(merged.at("/paths/~1api~1v1~1a/get/security").isEmpty()).isTrue();
        assertThat(merged.at("/paths/~1api~1v1~1a/get/security").isArray()).isTrue();
    }

    @Test
    void aReferenceToNothingIsAConflict() {
        ObjectNode dangling = service("/api/v1/a", "listA", "string");
        ((ObjectNode) dangling.at("/components/schemas")).remove("Inner");
        assertThatThrownBy(() -> OpenApiMerge.merge(BASE, OWN, Map.of("a", dangling)))
                .hasMessageContaining("#/components/schemas/Inner is referred to and is not there");
    }

    @Test
    void everyConflictIsNamed() {
        Map<String, ObjectNode> services =
                Map.of("a", service("/api/v1/a", "list", "string"), "b", service("/api/v1/b", "list", "integer"));
        assertThatThrownBy(() -> OpenApiMerge.merge(BASE, OWN, services))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("operationId 'list' of b /api/v1/b is taken by a /api/v1/a")
                .hasMessageContaining("schemas/Inner of b differs from that of a");
        Map<String, ObjectNode> samePath =
                Map.of("a", service("/api/v1/a", "one", "string"), "b", service("/api/v1/a", "two", "string"));
        assertThatThrownBy(() -> OpenApiMerge.merge(BASE, OWN, samePath))
                .hasMessageContaining("path /api/v1/a of b is taken by a");
    }

    private static ObjectNode document(String yaml) {
        try {
            return (ObjectNode) new YAMLMapper().readTree(yaml);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
