package org.finplan.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of change, on a small schema: what breaks is found, what does not is let through. */
class EventBreaksTest {

    private static final String SCHEMA = """
            $id: urn:finplan:schema:sample.v1
            title: sample.v1
            type: object
            properties:
              id: {type: string, format: uuid}
              level: {type: string, enum: [low, high]}
              note: {type: string, description: A note.}
              names:
                type: array
                items:
                  type: object
                  properties: {zh: {type: string}}
                  required: [zh]
            required: [id, level]
            """;

    static Stream<Arguments> breaking() {
        return Stream.of(
                Arguments.of("a property is gone", "  note: {type: string, description: A note.}\n", ""),
                Arguments.of("a property has another name", "note:", "remark:"),
                Arguments.of("a property has another type", "note: {type: string", "note: {type: integer"),
                Arguments.of("a property may be null", "note: {type: string", "note: {type: [string, 'null']"),
                Arguments.of("another format", "format: uuid", "format: uri"),
                Arguments.of("a bound that was not there", "note: {type: string", "note: {type: string, maxLength: 9"),
                Arguments.of("fewer values", "[low, high]", "[low]"),
                Arguments.of("a value that no reader knows", "[low, high]", "[low, high, red]"),
                Arguments.of("a property that was always there may be absent", "[id, level]", "[id]"),
                Arguments.of("a known property is required", "[id, level]", "[id, level, note]"),
                Arguments.of("a new property is required", "[id, level]", "[id, level, colour]"),
                Arguments.of("inside a list: a property is gone", "{zh: {type: string}}", "{}"),
                Arguments.of("inside a list: one may be absent", "required: [zh]", "required: []"),
                Arguments.of(
                        "no further properties",
                        "type: object\nprop",
                        "type: object\nadditionalProperties: false\nprop"),
                Arguments.of("another identity", "sample.v1\ntitle", "sample.v2\ntitle"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaking")
    void aBreakingChangeIsFound(String what, String before, String after) {
        assertThat(SCHEMA).contains(before);
        assertThat(EventBreaks.between(yaml(SCHEMA), yaml(SCHEMA.replace(before, after))))
                .as(what)
                .isNotEmpty();
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                Arguments.of("nothing", "sample.v1", "sample.v1"),
                Arguments.of("other words", "A note.", "What the reporter wrote."),
                Arguments.of("another order", "[id, level]", "[level, id]"),
                Arguments.of("a further property that may be absent", "  note:", "  colour: {type: string}\n  note:"),
                Arguments.of("one inside a list", "{zh: {type: string}}", "{zh: {type: string}, en: {type: string}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void whatBreaksNobodyIsLetThrough(String what, String before, String after) {
        assertThat(SCHEMA).contains(before);
        assertThat(EventBreaks.between(yaml(SCHEMA), yaml(SCHEMA.replace(before, after))))
                .as(what)
                .isEmpty();
    }

    private static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
