package org.finplan.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Shows in the document what the running suite answered: a file for each operation, named by its id. */
final class ExampleAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = ".json";

    private ExampleAnswers() {}

    /**
     * Gives the success of every operation its example.
     *
     * @param document the merged document, changed in place
     * @param directory where the answers lie
     * @throws IOException when an answer cannot be read
     * @throws IllegalStateException when an answer belongs to no operation, or to one that does not succeed with JSON
     */
    static void addTo(ObjectNode document, Path directory) throws IOException {
        Map<String, ObjectNode> operations = new HashMap<>();
        document.path("paths")
                .forEach(item -> item.forEach(operation -> {
                    if (operation.isObject()) {
                        operations.put(operation.path("operationId").asText(), (ObjectNode) operation);
                    }
                }));
        for (Path file : files(directory)) {
            String id = file.getFileName().toString().replace(FILE, "");
            List<ObjectNode> successes = successes(operations.get(id));
            if (successes.isEmpty()) {
                throw new IllegalStateException(
                        "There is no operation " + id + " that succeeds with JSON, but an answer");
            }
            JsonNode example = JSON.readTree(Files.readAllBytes(file));
            successes.forEach(success -> success.set("example", example));
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(FILE)).sorted().toList();
        }
    }

    /** An operation that succeeds in several ways answers all of them alike. */
    private static List<ObjectNode> successes(ObjectNode operation) {
        List<ObjectNode> successes = new ArrayList<>();
        if (operation != null) {
            operation.path("responses").properties().forEach(response -> {
                JsonNode media = response.getValue().path("content").path("application/json");
                if (response.getKey().startsWith("2") && media.isObject()) {
                    successes.add((ObjectNode) media);
                }
            });
        }
        return successes;
    }
}
