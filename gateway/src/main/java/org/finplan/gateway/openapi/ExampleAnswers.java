package org.finplan.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Shows in the document what the running suite answered: a file for each operation, named by its id. An operation whose
 * successes differ has one for a status, such as {@code publishPlanPackage.202.json}, beside the one for all others.
 */
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
            String name = file.getFileName().toString().replace(FILE, "");
            int dot = name.indexOf('.');
            String id = dot < 0 ? name : name.substring(0, dot);
            List<ObjectNode> successes = successes(operations.get(id), dot < 0 ? "2" : name.substring(dot + 1));
            if (successes.isEmpty()) {
                throw new IllegalStateException(
                        "There is no operation " + name + " that succeeds with JSON, but an answer");
            }
            JsonNode example = JSON.readTree(Files.readAllBytes(file));
            successes.forEach(success -> success.set("example", example));
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            // The answer of one status comes after, and in place of, the one for all.
            return files.filter(file -> file.toString().endsWith(FILE))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static List<ObjectNode> successes(ObjectNode operation, String status) {
        List<ObjectNode> successes = new ArrayList<>();
        if (operation != null) {
            operation.path("responses").properties().forEach(response -> {
                JsonNode media = response.getValue().path("content").path("application/json");
                if (response.getKey().startsWith(status) && media.isObject()) {
                    successes.add((ObjectNode) media);
                }
            });
        }
        return successes;
    }
}
