package org.finplan.benchmarks.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The peer: the same files read and held against the same schemas by the validator alone. It knows no place, no second language,
 * and nothing of what the files mean.
 */
final class BareValidator {

    private static final String BASE = "https://plan-package.invalid/";
    private static final String DIRECTORY = "/org/finplan/platform/plan/schema/";
    private static final String ENDING = ".schema.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, Schema> schemas = new HashMap<>();

    BareValidator(List<String> names) throws IOException {
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .keyword(new NonValidationKeyword("x-description-zh"))
                .build();
        Map<String, String> texts = new HashMap<>();
        for (String name : Stream.concat(Stream.of("common"), names.stream()).toList()) {
            texts.put(BASE + name + ENDING, text(name));
        }
        SchemaRegistry registry = SchemaRegistry.withDialect(dialect, builder -> builder.schemas(texts));
        for (String name : names) {
            schemas.put(name, registry.getSchema(SchemaLocation.of(BASE + name + ENDING)));
        }
    }

    /**
     * Validates a package once and ends the process.
     *
     * @param words its directory
     */
    public static void main(String... words) throws IOException {
        Path directory = Path.of(words[0]);
        int faults = new BareValidator(names(directory)).validate(directory);
        System.exit(faults == 0 ? 0 : 1);
    }

    /** {@return how many faults the files have} */
    int validate(Path directory) throws IOException {
        int faults = 0;
        for (Map.Entry<String, Schema> schema : schemas.entrySet()) {
            JsonNode node = MAPPER.readTree(Files.readAllBytes(directory.resolve(schema.getKey() + ".json")));
            faults += schema.getValue().validate(node).size();
        }
        return faults;
    }

    /** {@return the names of the files of a package, without their endings} */
    static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream in = BareValidator.class.getResourceAsStream(DIRECTORY + name + ENDING)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
