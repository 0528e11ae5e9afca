package org.finplan.platform.devstack.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The directory that holds everything of one stack: data, keys, logs, process ids. */
public final class DataDirectory {

    private static final List<String> CONTENT =
            List.of("postgres", "kafka", "logs", "run", "secrets", "endpoints.json", "endpoints.json.new");
    private static final String MARKER = "finplan-data-directory";
    private static final long LEAST_SPACE = 512L << 20;

    private final Path path;

    /**
     * @param path absolute path
     */
    public DataDirectory(Path path) {
        this.path = path;
    }

    /** {@return the word in the command line of every program of this stack} */
    static String mark(Path path) {
        return "-Dfinplan.data-dir=" + path;
    }

    /** {@return the path} */
    public Path path() {
        return path;
    }

    String mark() {
        return mark(path);
    }

    /** {@return the directory of keys and passwords, readable by the owner only} */
    public Path secrets() {
        return path.resolve("secrets");
    }

    /** {@return the directory of logs} */
    public Path logs() {
        return path.resolve("logs");
    }

    /** {@return the data of PostgreSQL} */
    Path postgres() {
        return path.resolve("postgres");
    }

    Path run() {
        return path.resolve("run");
    }

    /**
     * Creates what is missing.
     *
     * @throws StackException when it is somebody else's directory, cannot be written, or the disk is nearly full
     */
    void prepare() {
        try {
            // In this order: another start that creates the directory meanwhile writes the marker first.
            if (Files.isDirectory(path) && !isEmpty() && !Files.exists(path.resolve(MARKER))) {
                throw new StackException(path + " is not empty and no data directory of FinPlan; choose another");
            }
            Files.createDirectories(path);
            requireSpace(Files.getFileStore(path).getUsableSpace());
            Files.writeString(path.resolve(MARKER), "Data of one embedded stack; ./finplan reset deletes it.\n");
            Files.createDirectories(logs());
            Files.createDirectories(run());
            Files.createDirectories(
                    secrets(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new StackException(path + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Creates the directories that a launcher in the background needs before it checks the rest itself. */
    void prepareLogs() {
        if (!Files.exists(path.resolve(MARKER))) {
            prepare();
        }
        try {
            Files.createDirectories(logs());
            Files.createDirectories(run());
        } catch (IOException e) {
            throw new StackException(path + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** {@return the file that holds the process id of the launcher once its stack is ready} */
    Path readyFile() {
        return run().resolve("launcher.ready");
    }

    /** Removes what says that a stack is ready. */
    void forgetReadiness() {
        try {
            Files.deleteIfExists(path.resolve("endpoints.json"));
            Files.deleteIfExists(readyFile());
        } catch (IOException e) {
            throw new StackException(path + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void requireSpace(long usable) {
        if (usable < LEAST_SPACE) {
            throw new StackException("the disk of " + path + " is nearly full: " + (usable >> 20) + " MB free, "
                    + (LEAST_SPACE >> 20) + " MB needed. Free some space or choose another --data-dir");
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    /** {@return a password that is made once and kept} */
    String password(String name) {
        Path file = secrets().resolve("passwords.properties");
        Properties passwords = new Properties();
        try {
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    passwords.load(in);
                }
            } else {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            if (!passwords.containsKey(name)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                passwords.setProperty(name, Base64.getUrlEncoder().encodeToString(random));
                try (OutputStream out = Files.newOutputStream(file)) {
                    passwords.store(out, null);
                }
            }
            return passwords.getProperty(name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file, e);
        }
    }

    /** Deletes what the stack wrote, and nothing else. */
    void delete() {
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.exists(path.resolve(MARKER))) {
            throw new StackException(path + " is no data directory of FinPlan; nothing was deleted");
        }
        try {
            for (String entry : CONTENT) {
                delete(path.resolve(entry));
            }
            Files.delete(path.resolve(MARKER));
            if (isEmpty()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new StackException("cannot delete all of " + path + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
