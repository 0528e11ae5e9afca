package org.finplan.platform.devstack.postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where and how a server runs.
 *
 * @param data directory of its files
 * @param log file that receives what it prints
 * @param pidFile file that receives its process id
 * @param port port on 127.0.0.1
 * @param superuserPassword password of the role {@code postgres}
 * @param settings server settings in the notation of {@code postgresql.conf}
 * @param temporary whether the files are deleted when the server is closed
 */
public record PostgresOptions(
        Path data,
        Path log,
        Path pidFile,
        int port,
        String superuserPassword,
        Map<String, String> settings,
        boolean temporary) {

    public PostgresOptions {
        data = data.toAbsolutePath();
        settings = Map.copyOf(settings);
    }

    /**
     * A lasting server: a commit is on the disk before it is answered.
     *
     * @param directory directory that receives {@code postgres/}, {@code logs/} and {@code run/}
     * @param port port on 127.0.0.1
     * @param superuserPassword password of the role {@code postgres}
     * @return the options
     */
    public static PostgresOptions lasting(Path directory, int port, String superuserPassword) {
        return new PostgresOptions(
                directory.resolve("postgres"),
                directory.resolve("logs/postgres.log"),
                directory.resolve("run/postgres.pid"),
                port,
                superuserPassword,
                small(),
                false);
    }

    /**
     * A server for tests: faster, because a crash of the machine may lose its files.
     *
     * @param directory directory that receives its files, log and process id
     * @param port port on 127.0.0.1
     * @return the options
     */
    public static PostgresOptions temporary(Path directory, int port) {
        Map<String, String> settings = small();
        settings.putAll(Map.of("fsync", "off", "full_page_writes", "off"));
        return new PostgresOptions(
                directory.resolve("postgres"),
                directory.resolve("postgres.log"),
                directory.resolve("postgres.pid"),
                port,
                "postgres",
                settings,
                true);
    }

    private static Map<String, String> small() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "64MB");
        settings.put("max_wal_size", "256MB");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("io_method", "sync");
        settings.put("jit", "off");
        return settings;
    }
}
