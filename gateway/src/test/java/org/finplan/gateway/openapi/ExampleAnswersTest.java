package org.finplan.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleAnswersTest {

    private static final String DOCUMENT = """
            paths:
              /things:
                parameters: []
                get:
                  operationId: listThings
                  responses:
                    "200": {content: {application/json: {schema: {type: object}}}}
                    "202": {content: {application/json: {schema: {type: object}}}}
                    "404": {content: {application/problem+json: {schema: {type: object}}}}
                delete:
                  operationId: dropThings
                  responses:
                    "204": {description: gone}
            """;

    @TempDir
    Path directory;

    private ObjectNode document;

    @BeforeEach
    void read() throws IOException {
        document = (ObjectNode) new YAMLMapper().readTree(DOCUMENT);
    }

    @Test
    @Tag("G03")
    void anAnswerBecomesTheExampleOfTheSuccess() throws IOException {
        answer("listThings.json");
        ExampleAnswers.addTo(document, directory);
        assertThat(document.at("/paths/~1things/get/responses/200/content/application~1json/example/name")
                        .asText())
                .isEqualTo("样本 sample");
        assertThat(document.at("/paths/~1things/get/responses/404").findValue("example"))
                .isNull();
    }

    @Test
    void anAnswerOfOneStatusIsTheExampleOfThatOne() throws IOException {
        answer("listThings.json");
        Files.writeString(directory.resolve("listThings.202.json"), "{\"name\":\"later\"}");
        ExampleAnswers.addTo(document, directory);
        assertThat(document.findValuesAsText("name")).containsExactly("样本 sample", "later");
    }

    @Test
    void anAnswerOfNoOperationIsRefused() throws IOException {
        answer("listMatters.json");
        assertThatThrownBy(() -> ExampleAnswers.addTo(document, directory)).hasMessageContaining("listMatters");
    }

    @Test
    void anAnswerWhereNothingIsAnsweredIsRefused() throws IOException {
        answer("dropThings.json");
        assertThatThrownBy(() -> ExampleAnswers.addTo(document, directory)).hasMessageContaining("dropThings");
    }

    private void answer(String name) throws IOException {
        Files.writeString(directory.resolve(name), "{\"name\":\"样本 sample\"}");
    }
}
