package org.finplan.systemtests.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that the tests run in. */
public final class Repository {

    /** The root of the checkout: the parent of this module. */
    public static final Path ROOT = Path.of(System.getProperty("basedir", "."))
            .toAbsolutePath()
            .normalize()
            .getParent();

    private Repository() {}

    /**
     * Reads a file of the checkout.
     *
     * @param path path below the root
     * @return its text
     */
    public static String text(String path) {
        return read(ROOT.resolve(path));
    }

    /** {@return the text of a file} */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lists the files below a directory, leaving out what builds and runs wrote.
     *
     * @param directory where to look; a missing one has no files
     * @param suffix end of the name
     * @return the files, sorted
     */
    public static List<Path> files(Path directory, String suffix) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(suffix))
                    .filter(file -> !isOutput(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Maven, npm and the local stack write; a source package may well be called {@code target}. */
    private static boolean isOutput(Path file) {
        String path = "/" + ROOT.relativize(file.toAbsolutePath().normalize());
        return path.contains("/.finplan/")
                || path.contains("/node_modules/")
                || (path.contains("/target/")
                        && !path.substring(0, path.indexOf("/target/")).contains("/src/"));
    }
}
