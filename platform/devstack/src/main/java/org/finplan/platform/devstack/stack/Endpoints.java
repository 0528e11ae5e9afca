package org.finplan.platform.devstack.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Every address of a running stack; {@code endpoints.json} in its data directory.
 *
 * @param gateway URL of the gateway
 * @param indicators URL of the indicators service
 * @param tasks URL of the tasks service
 * @param risk URL of the risk service
 * @param kafka host and port of the broker
 * @param postgres host and port of PostgreSQL
 * @param issuer URL of the local token issuer
 */
public record Endpoints(
        String gateway, String indicators, String tasks, String risk, String kafka, String postgres, String issuer) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * Reads the addresses of the stack that runs in a data directory.
     *
     * @param dataDirectory the data directory
     * @return the addresses
     * @throws StackException when no stack is ready there
     */
    public static Endpoints read(Path dataDirectory) {
        Path file = dataDirectory.resolve("endpoints.json");
        if (!Files.exists(file)) {
            throw new StackException("no stack is ready in " + dataDirectory + ": start one with ./finplan up");
        }
        try {
            return JSON.readValue(file.toFile(), Endpoints.class);
        } catch (IOException e) {
            throw new StackException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    void write(Path dataDirectory) {
        try {
            Path fresh = dataDirectory.resolve("endpoints.json.new");
            JSON.writeValue(fresh.toFile(), this);
            Files.move(fresh, dataDirectory.resolve("endpoints.json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write endpoints.json", e);
        }
    }
}
