package org.finplan.platform.plan.command;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Writes the files of a package for people who edit them. */
final class PackageDirectory {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private PackageDirectory() {}

    /**
     * Writes files into a new directory. They are written beside it and moved, so that it is there whole or not at all.
     *
     * @param directory a directory that is not there yet
     * @param files the files by name
     * @throws IOException when it is there or cannot be written
     */
    static void write(Path directory, Map<String, JsonNode> files) throws IOException {
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(directory.toString());
        }
        Path beside = Files.createDirectories(directory.toAbsolutePath().getParent());
        Path made = Files.createDirectory(beside.resolve(".plan-" + UUID.randomUUID()));
        try {
            for (Map.Entry<String, JsonNode> file : files.entrySet()) {
                Files.writeString(made.resolve(file.getKey()), WRITER.writeValueAsString(file.getValue()) + "\n");
            }
            Files.move(made, directory);
        } catch (IOException failed) {
            for (String file : files.keySet()) {
                Files.deleteIfExists(made.resolve(file));
            }
            Files.deleteIfExists(made);
            throw failed;
        }
    }
}
