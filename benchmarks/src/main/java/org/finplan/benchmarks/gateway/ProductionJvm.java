package org.finplan.benchmarks.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM of production: the options in the image's entry point, for every program that is measured. */
public final class ProductionJvm {

    private static final String ENTRY_POINT = "ENTRYPOINT ";
    /**
     * A container has its own bound; here the machine is shared. In the gigabyte that docker-compose.yml gives a container, a
     * JVM chooses the serial collector by itself: it takes less than 1792 MB for no server.
     */
    private static final List<String> CONTAINER = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private ProductionJvm() {}

    /**
     * The command that starts a JVM as the image does.
     *
     * @param root of the repository
     * @return the program and its options, without the class path
     */
    public static List<String> command(Path root) throws IOException {
        List<String> options = options(Files.readString(root.resolve("deploy/docker/Dockerfile")));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(CONTAINER);
        return command;
    }

    /** {@return what stands between {@code java} and {@code -jar} in the entry point} */
    static List<String> options(String dockerfile) throws JsonProcessingException {
        String entryPoint = dockerfile
                .lines()
                .filter(line -> line.startsWith(ENTRY_POINT))
                .map(line -> line.substring(ENTRY_POINT.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the Dockerfile has no entry point"));
        List<String> words = new ObjectMapper().readValue(entryPoint, new TypeReference<List<String>>() {});
        return words.subList(words.indexOf("java") + 1, words.indexOf("-jar"));
    }
}
