package org.finplan.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OlderRenderingTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {type: string}                                        | {type: string}
            {type: [string, 'null'], maxLength: 3}                | {maxLength: 3, type: string, nullable: true}
            {anyOf: [{$ref: '#/a'}, {type: 'null'}]}              | {allOf: [{$ref: '#/a'}], nullable: true}
            {const: up}                                           | {enum: [up]}
            {enum: [up]}                                          | {enum: [up]}
            {type: integer, exclusiveMinimum: 0}                  | {type: integer, minimum: 0, exclusiveMinimum: true}
            {type: number, exclusiveMaximum: 1.5}                 | {type: number, maximum: 1.5, exclusiveMaximum: true}
            {type: string, examples: [a, b]}                      | {type: string, example: a}
            {$ref: '#/a', description: why}                       | {description: why, allOf: [{$ref: '#/a'}]}
            {$ref: '#/a', type: string}                           | {$ref: '#/a'}
            {type: array, items: {type: [integer, 'null']}}       | {type: array, items: {type: integer, nullable: true}}
            {type: array}                                         | {type: array, items: {}}
            {type: object, properties: {type: {const: 1}}}        | {type: object, properties: {type: {enum: [1]}}}
            {additionalProperties: {type: ['null', string]}}      | {additionalProperties: {type: string, nullable: true}}
            {additionalProperties: false}                         | {additionalProperties: false}
            {not: {const: 1}}                                     | {not: {enum: [1]}}
            """)
    void aSchemaSaysTheSameInTheOlderWords(String newer, String older) {
        assertThat(OlderRendering.of(withSchema(newer)).at("/components/schemas/Here"))
                .isEqualTo(yaml(older));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "false",
                "{type: [string, integer]}",
                "{oneOf: [{type: integer}, {type: 'null'}]}",
                "{type: string, contentEncoding: base64}",
                "{type: string, contentMediaType: image/png}",
                "{type: string, $comment: y}",
                "{type: string, x-note: y}",
                "{type: string, default: null}",
                "{prefixItems: [{type: string}]}",
                "{if: {type: string}, then: {maxLength: 1}}",
                "{patternProperties: {a: {type: string}}}",
                "{type: 'null'}",
                "{oneOf: [{$ref: '#/a'}, {$ref: '#/b'}, {type: 'null'}]}",
                "{properties: {deep: {items: {contains: {type: string}}}}}"
            })
    void whatWouldBeLostInTheOlderWordsIsRefused(String newer) {
        assertThatThrownBy(() -> OlderRendering.of(withSchema(newer)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/components/schemas/Here");
    }

    @Test
    void schemasAreFoundWhereverTheyStand() {
        String schema = "{type: [string, 'null']}";
        ObjectNode document = (ObjectNode) yaml("""
                openapi: 3.1.0
                jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base
                info: {title: T, summary: Short., description: Long., license: {name: A, identifier: Apache-2.0}}
                paths:
                  /a:
                    parameters: [{name: p, in: query, schema: SCHEMA}]
                    get:
                      parameters: [{$ref: '#/components/parameters/Q', description: more}]
                      requestBody: {content: {application/json: {schema: SCHEMA, example: {schema: {const: 1}}}}}
                      responses:
                        "200": {headers: {H: {schema: SCHEMA}}, content: {a/b: {schema: SCHEMA, examples: {e: {value: {const: 1}}}}}}
                        "404": {$ref: '#/components/responses/R', summary: gone}
                      callbacks: {c: {'{$url}': {post: {requestBody: {content: {a/b: {schema: SCHEMA}}}}}}}
                components:
                  parameters: {Q: {name: q, in: query, schema: SCHEMA}}
                  responses: {R: {description: r, content: {a/b: {schema: SCHEMA}}}}
                  schemas: {A: SCHEMA, example: SCHEMA}
                """.replace("SCHEMA", schema));
        ObjectNode older = OlderRendering.of(document);
        assertThat(older.toString()).doesNotContain("[\"string\"", "jsonSchemaDialect");
        assertThat(older.toString().split("\"nullable\":true", -1)).hasSize(10);
        assertThat(older.path("openapi").asText()).isEqualTo("3.0.3");
        assertThat(older.at("/info/description").asText()).isEqualTo("Short.\n\nLong.");
        assertThat(older.at("/info/license/url").asText()).contains("Apache-2.0");
        assertThat(older.at("/paths/~1a/get/responses/404").size()).isEqualTo(1);
        assertThat(older.at("/paths/~1a/get/requestBody/content/application~1json/example/schema/const")
                        .asInt())
                .as("a value is left alone")
                .isEqualTo(1);
        assertThat(document.path("openapi").asText()).as("the original").isEqualTo("3.1.0");
    }

    @Test
    void aReferenceThatMayBeNullGetsTheTypeOfWhatItRefersTo() {
        ObjectNode document = (ObjectNode) yaml("""
                openapi: 3.1.0
                components:
                  schemas:
                    A: {type: object}
                    B: {properties: {a: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}}}
                """);
        assertThat(OlderRendering.of(document).at("/components/schemas/B/properties/a"))
                .isEqualTo(yaml("{allOf: [{$ref: '#/components/schemas/A'}], nullable: true, type: object}"));
    }

    @Test
    void partsThatTheOlderVersionDoesNotHaveAreRefused() {
        ObjectNode webhooks = (ObjectNode) yaml("{openapi: 3.1.0, webhooks: {a: {}}}");
        assertThatThrownBy(() -> OlderRendering.of(webhooks)).hasMessageContaining("/webhooks");
        ObjectNode items = (ObjectNode) yaml("{openapi: 3.1.0, components: {pathItems: {a: {}}}}");
        assertThatThrownBy(() -> OlderRendering.of(items)).hasMessageContaining("/components/pathItems");
    }

    private static ObjectNode withSchema(String schema) {
        return (ObjectNode) yaml("{openapi: 3.1.0, components: {schemas: {Here: %s}}}".formatted(schema));
    }

    private static JsonNode yaml(String text) {
        try {
            // Through JSON, so that numbers have the types of the other side.
            return new ObjectMapper().readTree(new YAMLMapper().readTree(text).toString());
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
