package org.finplan.platform.plan.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JSON Schemas of the files of a package, compiled once. They refer to one another by their names. */
public final class PackageSchemas {

    /** Only a name, nothing is fetched: references between the schemas are relative to it. */
    private static final String BASE = "https://plan-package.invalid/";

    private static final String DIRECTORY = "/org/finplan/platform/plan/schema/";
    private static final String COMMON = "common";
    private static final String ENDING = ".schema.json";
    /** JSON Schema of 2020-12, which knows that a description in Chinese says nothing about validity. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("x-description-zh"))
            .build();

    private static final PackageSchemas ALL = new PackageSchemas();

    private final Map<String, Schema> schemas = new TreeMap<>();

    private PackageSchemas() {
        Map<String, String> texts = new TreeMap<>();
        Stream.concat(Stream.of(COMMON), PlanFiles.all().stream().map(PackageSchemas::nameOf))
                .forEach(name -> texts.put(address(name), resource(name)));
        SchemaRegistry registry = SchemaRegistry.withDialect(DIALECT, builder -> builder.schemas(texts));
        texts.keySet().forEach(address -> schemas.put(address, registry.getSchema(SchemaLocation.of(address))));
    }

    /** {@return the names of all schemas, such as {@code indicators.schema.json}} */
    public static List<String> names() {
        return ALL.schemas.keySet().stream()
                .map(address -> address.substring(BASE.length()))
                .toList();
    }

    /**
     * Finds a schema.
     *
     * @param name its name
     * @return the schema, empty when there is none of that name
     */
    public static Optional<JsonNode> find(String name) {
        return Optional.ofNullable(ALL.schemas.get(BASE + name)).map(Schema::getSchemaNode);
    }

    /** What is wrong with a file, or with a row of the CSV file. */
    static List<Error> validate(String file, JsonNode node) {
        return ALL.schemas.get(address(nameOf(file))).validate(node);
    }

    /** The schema of a file. */
    static JsonNode of(String file) {
        return node(address(nameOf(file)));
    }

    /** The schema of the object that a keyword of an error belongs to. */
    static JsonNode around(Error error) {
        String location = error.getSchemaLocation().toString();
        int hash = location.indexOf('#');
        String pointer = location.substring(hash + 1, location.lastIndexOf('/'));
        return node(location.substring(0, hash)).at(pointer);
    }

    /** The schema itself, or the one in the common file that it refers to. */
    static JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : node(address(COMMON)).at(reference.substring(reference.indexOf('#') + 1));
    }

    private static JsonNode node(String address) {
        return ALL.schemas.get(address).getSchemaNode();
    }

    private static String nameOf(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    private static String address(String name) {
        return BASE + name + ENDING;
    }

    private static String resource(String name) {
        try (InputStream in = PackageSchemas.class.getResourceAsStream(DIRECTORY + name + ENDING)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the schema " + name + " is not in this jar", unreadable);
        }
    }
}
