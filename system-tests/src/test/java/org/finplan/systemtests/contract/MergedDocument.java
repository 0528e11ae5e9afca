package org.finplan.systemtests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.finplan.systemtests.repository.Repository;

/** The one OpenAPI document, as the build of the gateway made it. */
public final class MergedDocument {

    /** Where the build of the gateway leaves the document. */
    public static final Path DIRECTORY = Repository.ROOT.resolve("gateway/target/classes/openapi");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode root;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private MergedDocument(JsonNode root) {
        this.root = root;
    }

    /** {@return the document in OpenAPI 3.1} */
    public static MergedDocument read() {
        try {
            return new MergedDocument(JSON.readTree(Files.readString(DIRECTORY.resolve("openapi.json"))));
        } catch (IOException absent) {
            throw new UncheckedIOException("the gateway is not built", absent);
        }
    }

    /**
     * One operation.
     *
     * @param method in upper case
     * @param path with its placeholders
     * @param node the operation object
     */
    public record Operation(String method, String path, JsonNode node) {

        /** {@return the operation id} */
        public String id() {
            return node.path("operationId").asText();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** {@return the whole document} */
    public JsonNode root() {
        return root;
    }

    /** {@return all operations} */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> operations.add(new Operation(
                        entry.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), entry.getValue()))));
        return operations;
    }

    /**
     * Follows a reference.
     *
     * @param node a node that may be a reference into the document
     * @return what it refers to, or itself
     */
    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    /**
     * Checks a value against a schema of the document. A property that an object schema does not name is a fault.
     *
     * @param schema the schema, possibly a reference
     * @param value the value
     * @return what is wrong, empty when it fits
     */
    public List<String> faults(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compile).validate(value.toString(), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** The components go with it, so that its references lead somewhere. */
    private Schema compile(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.set("components", root.path("components"));
        return registry.getSchema(closed(whole.deepCopy()));
    }

    /** Callers must let pass what they do not know; the suite itself has to name all that it says. */
    private static JsonNode closed(JsonNode node) {
        if (node.path("properties").isObject() && !node.has("additionalProperties")) {
            ((ObjectNode) node).put("additionalProperties", false);
        }
        node.forEach(MergedDocument::closed);
        return node;
    }
}
