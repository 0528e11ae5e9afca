package org.finplan.systemtests.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.finplan.systemtests.repository.Repository;
import org.finplan.systemtests.suite.ExampleCalls.Answered;

/**
 * What the running suite answers, written down as the examples of the OpenAPI document: the first success of each
 * operation, with lists cut short. {@code gateway/api-checks/examples} takes what is needed of it into the repository.
 */
final class AnswerExamples {

    private static final Path DIRECTORY = Repository.ROOT.resolve("system-tests/target/answers");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int MOST_WORDS = 3;

    private final Set<String> kept = new HashSet<>();

    /** Writes an answer down when it is JSON, a success, and the first one of its operation. */
    void keep(Answered answered) {
        boolean success = answered.answer().statusCode() < 300;
        boolean json = answered.answer()
                .headers()
                .firstValue("Content-Type")
                .orElse("")
                .startsWith("application/json");
        // The document is no example of itself, and what a schema refers to would be looked for in the document.
        boolean document = answered.operation().path().startsWith("/openapi")
                || answered.operation().path().contains("/plan-package-schemas/");
        if (!success || !json || document || !kept.add(answered.operation().id())) {
            return;
        }
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(
                    DIRECTORY.resolve(answered.operation().id() + ".json"),
                    JSON.writeValueAsString(
                                    shortened(Suite.json(answered.answer().body()))) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static JsonNode shortened(JsonNode node) {
        if (node.isArray()) {
            int most = node.path(0).isContainerNode() ? 1 : MOST_WORDS;
            ArrayNode few = JSON.createArrayNode();
            for (int i = 0; i < Math.min(most, node.size()); i++) {
                few.add(shortened(node.get(i)));
            }
            return few;
        }
        if (node.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            node.properties().forEach(property -> object.set(property.getKey(), shortened(property.getValue())));
            return object;
        }
        // A key that was shown once opens nothing, but looks as if it did.
        return node.isTextual() ? TextNode.valueOf(node.asText().replaceFirst("(?<=^fpk_.{8}_).+", "…")) : node;
    }
}
