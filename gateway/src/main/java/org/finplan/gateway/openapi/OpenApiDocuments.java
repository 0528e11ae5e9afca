package org.finplan.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the documents that the gateway serves. The build runs it, so that documents that cannot be merged fail the build
 * and the running gateway only hands out files.
 */
final class OpenApiDocuments {

    private static final List<String> SERVICES = List.of("indicators", "tasks", "risk");
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenApiDocuments() {}

    /**
     * Writes the documents.
     *
     * @param arguments the directory of the compiled classes: documents are read from it and written to it
     * @throws IOException when a document cannot be read or written
     * @throws IllegalStateException when the documents cannot be merged; it names every conflict
     */
    public static void main(String... arguments) throws IOException {
        Path directory = Path.of(arguments[0], "openapi");
        ObjectNode merged = merged(resource -> Files.newInputStream(directory.resolve(resource)));
        // Without the examples of answers: a reference that may be null is nullable beside allOf in 3.0, which
        // generators read, and where a validator still refuses the null of an example.
        write(OlderRendering.of(merged), directory.resolve("openapi-3.0"));
        ExampleAnswers.addTo(merged, directory.resolve("answers"));
        write(merged, directory.resolve("openapi"));
    }

    /** Opens the committed document at a path below {@code openapi/}. */
    interface Source {
        InputStream open(String path) throws IOException;
    }

    /** {@return the one document of all} */
    static ObjectNode merged(Source source) {
        Map<String, ObjectNode> services = new TreeMap<>();
        for (String service : SERVICES) {
            services.put(service, read(source, service + "/openapi.yaml"));
        }
        return OpenApiMerge.merge(read(source, "base.yaml"), read(source, "gateway/openapi.yaml"), services);
    }

    private static ObjectNode read(Source source, String path) {
        try (InputStream in = source.open(path)) {
            return (ObjectNode) YAML.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + " cannot be read", unreadable);
        }
    }

    private static void write(JsonNode document, Path name) throws IOException {
        Files.write(name.resolveSibling(name.getFileName() + ".json"), JSON.writeValueAsBytes(document));
        Files.write(name.resolveSibling(name.getFileName() + ".yaml"), YAML.writeValueAsBytes(document));
    }
}
