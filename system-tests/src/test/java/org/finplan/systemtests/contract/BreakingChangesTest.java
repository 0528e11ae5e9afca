package org.finplan.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of change, on a small API: what breaks is found, what does not is let through. */
class BreakingChangesTest {

    private static final String API = """
            openapi: 3.0.3
            info: {title: Sample, version: "1"}
            paths:
              /things:
                get:
                  operationId: listThings
                  x-roles: [auditor, city-admin]
                  parameters:
                    - {name: state, in: query, schema: {type: string, enum: [open, closed]}}
                  responses:
                    "200":
                      description: ok
                      content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
                post:
                  operationId: addThing
                  x-roles: [city-admin]
                  requestBody:
                    content: {application/json: {schema: {$ref: "#/components/schemas/NewThing"}}}
                  responses:
                    "201": {description: made}
                    "409": {description: taken}
              /notices:
                get:
                  operationId: listNotices
                  security: []
                  responses:
                    "200": {description: ok}
            components:
              schemas:
                Thing:
                  type: object
                  required: [id, note]
                  properties:
                    id: {type: string}
                    note: {type: string}
                    colour: {$ref: "#/components/schemas/Colour"}
                Colour: {type: string}
                NewThing:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string}
                    kind: {type: string, enum: [small, large]}
                    size: {type: integer}
            """;

    static Stream<Arguments> breaking() {
        return Stream.of(
                Arguments.of("a path is gone", "/things:", "/matters:"),
                Arguments.of("an operation is gone", "    post:\n", "    put:\n"),
                Arguments.of("an answer loses a property", "        note: {type: string}\n", ""),
                Arguments.of("an answer may leave a property out", "required: [id, note]", "required: [id]"),
                Arguments.of("an answer changes a type", "note: {type: string}", "note: {type: integer}"),
                Arguments.of("an answer may be null", "note: {type: string}", "note: {type: string, nullable: true}"),
                Arguments.of(
                        "a reference may be null",
                        "colour: {$ref: \"#/components/schemas/Colour\"}",
                        "colour: {type: string, nullable: true, allOf: [{$ref: \"#/components/schemas/Colour\"}]}"),
                Arguments.of("a reference leads to another type", "Colour: {type: string}", "Colour: {type: integer}"),
                Arguments.of("a parameter becomes required", "in: query,", "in: query, required: true,"),
                Arguments.of("a parameter is gone", "name: state", "name: status"),
                Arguments.of("a parameter takes fewer values", "enum: [open, closed]", "enum: [open]"),
                Arguments.of("a body needs more", "required: [id]\n", "required: [id, kind]\n"),
                Arguments.of("a body takes fewer values", "enum: [small, large]", "enum: [small]"),
                Arguments.of("a body changes a type", "size: {type: integer}", "size: {type: string}"),
                Arguments.of("a success has another status", "\"201\"", "\"202\""),
                Arguments.of("an operation has another id", "listThings", "getThings"),
                Arguments.of("a role is shut out", "[auditor, city-admin]", "[city-admin]"),
                Arguments.of("what was open needs credentials", "      security: []\n", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaking")
    @Tag("G03")
    void aBreakingChangeIsFound(String what, String before, String after) {
        assertThat(API).contains(before);
        assertThat(BreakingChanges.between(json(API), json(API.replace(before, after))))
                .as(what)
                .isNotEmpty();
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                Arguments.of("nothing", "Sample", "Sample"),
                Arguments.of("another title", "Sample", "Example"),
                Arguments.of(
                        "a further path beside the old one",
                        "components:",
                        "  /v2/things:\n    get: {operationId: listThings2, responses: {\"200\": {description: ok}}}\ncomponents:"),
                Arguments.of(
                        "a further parameter that may be left out",
                        "parameters:\n",
                        "parameters:\n        - {name: limit, in: query, schema: {type: integer}}\n"),
                Arguments.of(
                        "a further property of an answer",
                        "note: {type: string}",
                        "note: {type: string}\n        more: {type: string}"),
                Arguments.of(
                        "a further property of a body that may be left out",
                        "size: {type: integer}",
                        "size: {type: integer}\n        colour: {type: string}"),
                Arguments.of(
                        "a description beside a reference",
                        "colour: {$ref: \"#/components/schemas/Colour\"}",
                        "colour: {description: seen from above, allOf: [{$ref: \"#/components/schemas/Colour\"}]}"),
                Arguments.of("a further value that is taken", "[open, closed]", "[open, closed, lost]"),
                Arguments.of("a further role", "[auditor, city-admin]", "[auditor, city-admin, integrator]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    @Tag("G03")
    void whatBreaksNobodyIsLetThrough(String what, String before, String after) {
        assertThat(API).contains(before);
        assertThat(BreakingChanges.between(json(API), json(API.replace(before, after))))
                .as(what)
                .isEmpty();
    }

    private static String json(String yaml) {
        try {
            return new ObjectMapper().writeValueAsString(new YAMLMapper().readTree(yaml));
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
