package org.finplan.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the contract as they lie in the jar. */
final class Contract {

    private Contract() {}

    static byte[] bytes(String file) {
        try (InputStream in = Contract.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new AssertionError(file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String file) {
        return read(EventJson.MAPPER, file);
    }

    static JsonNode asyncApi() {
        return asyncApi("");
    }

    /** The document in another directory, which ends in a slash. */
    static JsonNode asyncApi(String directory) {
        return read(new YAMLMapper(), directory + "asyncapi.yaml");
    }

    static JsonNode schema(EventType type) {
        return json("schemas/" + type.schemaFile());
    }

    /** The golden samples, of old versions too. */
    static List<String> samples() {
        return files("samples");
    }

    static List<String> files(String directory) {
        try (Stream<Path> files =
                Files.list(Path.of(Contract.class.getResource("/" + directory).toURI()))) {
            return files.map(file -> directory + "/" + file.getFileName())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode read(ObjectMapper mapper, String file) {
        try {
            return mapper.readTree(bytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
