package org.finplan.platform.devstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a server: making them, clearing what a killed server left. */
final class PostgresFiles {

    private PostgresFiles() {}

    /** Runs initdb: UTF-8, C.UTF-8, passwords by SCRAM even on loopback. */
    static void create(Path home, PostgresOptions options) {
        try {
            Files.createDirectories(options.data().getParent());
            delete(options.data());
            Path passwordFile = Files.createTempFile(
                    options.data().getParent(),
                    "initdb",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(passwordFile, options.superuserPassword() + "\n");
                runInitdb(home, options, passwordFile);
            } finally {
                Files.delete(passwordFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + options.data(), e);
        }
    }

    private static void runInitdb(Path home, PostgresOptions options, Path passwordFile) throws IOException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(
                home.resolve("bin/initdb").toString(),
                "-D",
                options.data().toString(),
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile));
        if (options.temporary()) {
            command.add("--no-sync");
        }
        Files.createDirectories(options.log().getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(options.log().toFile()));
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"));
        int code = await(builder.start());
        if (code != 0) {
            throw new IllegalStateException("PostgreSQL could not create its files (initdb ended with " + code
                    + "), see " + options.log() + namespaceHint());
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace without a mapping makes it see an ordinary user. */
    static List<String> asOrdinaryUser() {
        return isRoot() ? List.of("unshare", "-U") : List.of();
    }

    private static String namespaceHint() {
        return isRoot()
                ? "; it refuses to run as root, and where user namespaces are off (unshare -U fails) ./finplan must be run"
                        + " as an ordinary user"
                : "";
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return System.getProperty("user.name").equals("root");
        }
    }

    /**
     * Clears what a killed server left: children that did not end, and {@code postmaster.pid}, which PostgreSQL clears
     * itself only when the number has not been given to another process meanwhile.
     */
    static void forgetKilledServer(Path data) {
        PostgresProcesses.killOrphans(data);
        try {
            Path pidFile = data.resolve("postmaster.pid");
            if (Files.exists(pidFile) && runningServer(data).isEmpty()) {
                Files.delete(pidFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + data, e);
        }
    }

    private static Optional<ProcessHandle> runningServer(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(handle -> PostgresProcesses.isPostmaster(handle, data));
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
