package org.finplan.platform.plan.reading;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.fault.PlanPackageException;

/** A copy of the sample package of the documents (synthetic, no figure of it is real) that a test may spoil. */
public final class SamplePackage {

    /** The directory of the documents. */
    public static final Path SOURCE = Path.of("../../docs/sample-plan-package");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Path directory;

    private SamplePackage(Path directory) {
        this.directory = directory;
    }

    /** A package that lies in a directory already. */
    public static SamplePackage at(Path directory) {
        return new SamplePackage(directory);
    }

    /** Copies the sample to a directory. */
    public static SamplePackage in(Path directory) {
        try (Stream<Path> files = Files.list(SOURCE)) {
            Files.createDirectories(directory);
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName().toString()));
            }
            return new SamplePackage(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the directory of the copy} */
    public Path directory() {
        return directory;
    }

    /** {@return a file of the copy} */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /** Replaces the value at a JSON pointer; a field that is not there is added, the value null takes it away. */
    public void set(String file, String pointer, String json) {
        JsonNode root = json(file);
        int last = pointer.lastIndexOf('/');
        JsonNode holder = root.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        try {
            JsonNode value = json == null ? null : MAPPER.readTree(json);
            if (holder instanceof ArrayNode array) {
                if (value == null) {
                    array.remove(Integer.parseInt(name));
                } else if (Integer.parseInt(name) < array.size()) {
                    array.set(Integer.parseInt(name), value);
                } else {
                    array.add(value);
                }
            } else if (value == null) {
                ((ObjectNode) holder).remove(name);
            } else {
                ((ObjectNode) holder).set(name, value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(file, root.toString());
    }

    /** Reads a file of the copy. */
    public JsonNode json(String file) {
        try {
            return MAPPER.readTree(file(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the text of a file of the copy. */
    public void edit(String file, UnaryOperator<String> change) {
        try {
            write(file, change.apply(Files.readString(file(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of the copy. */
    public void write(String file, String text) {
        try {
            Files.writeString(file(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what is wrong with the copy} */
    public List<PackageFault> faults() {
        try {
            PlanPackages.in(directory);
            return List.of();
        } catch (PlanPackageException refused) {
            return refused.faults();
        }
    }
}
