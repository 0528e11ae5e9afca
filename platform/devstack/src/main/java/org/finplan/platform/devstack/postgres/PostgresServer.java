package org.finplan.platform.devstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.finplan.platform.devstack.process.ChildProcess;
import org.finplan.platform.devstack.process.Component;
import org.finplan.platform.devstack.process.StartPatience;

/** A PostgreSQL server on 127.0.0.1, a child of this JVM that does not outlive it. */
public final class PostgresServer implements Component, AutoCloseable {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String MEMORY_IN_USE = "pre-existing shared memory block";
    private static final String SUPERUSER = "postgres";

    private final PostgresOptions options;
    private ChildProcess process;

    /**
     * Prepares a server; {@link #start()} runs it.
     *
     * @param options where and how
     */
    public PostgresServer(PostgresOptions options) {
        this.options = options;
    }

    /**
     * Runs the server, creates its files first when there are none, and waits until it answers. Also brings it back
     * after {@link #kill()} or {@link #stop()}, on the same port and files.
     *
     * @throws IllegalStateException when it does not come up; the message says where its log is
     */
    public void start() {
        launch();
        awaitReady();
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + options.port();
    }

    @Override
    public void launch() {
        Path home = PostgresBinaries.home();
        if (Files.exists(options.data().resolve("PG_VERSION"))) {
            PostgresFiles.forgetKilledServer(options.data());
        } else {
            PostgresFiles.create(home, options);
        }
        process = ChildProcess.start(new ChildProcess.Plan(
                name(),
                command(home),
                Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"),
                options.data(),
                options.pidFile(),
                options.log(),
                ChildProcess.StopSignal.INT));
    }

    @Override
    public boolean isReady() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void awaitReady() {
        StartPatience patience = new StartPatience(() -> process);
        while (!isReady()) {
            if (!process.isAlive() && process.lastWords().contains(MEMORY_IN_USE)) {
                // The processes of a killed server need a moment to notice that it is gone.
                launch();
            } else if (!process.isAlive()) {
                throw new IllegalStateException(
                        "PostgreSQL did not start, see " + options.log() + "\n" + process.lastWords());
            }
            patience.check("PostgreSQL");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private List<String> command(Path home) {
        List<String> command = new ArrayList<>(PostgresFiles.asOrdinaryUser());
        command.addAll(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                options.data().toString(),
                "-p",
                Integer.toString(options.port()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="));
        options.settings().forEach((key, value) -> {
            command.add("-c");
            command.add(key + "=" + value);
        });
        return command;
    }

    /**
     * Creates the database of a service and its two roles unless they exist: {@code finplan_<service>} with
     * {@code finplan_<service>_owner}, who migrates, and {@code finplan_<service>_app}, who owns nothing. Neither is a
     * superuser, so row-level security holds for them.
     *
     * @param service indicators, tasks, risk or gateway
     * @param ownerPassword password of the owner
     * @param appPassword password of the app role
     */
    public void createDatabase(String service, String ownerPassword, String appPassword) {
        String database = "finplan_" + service;
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            role(statement, database + "_owner", ownerPassword);
            role(statement, database + "_app", appPassword);
            if (exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                return;
            }
            statement.execute("CREATE DATABASE " + database + " OWNER " + database + "_owner");
            statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + database + " TO " + database + "_app");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database of " + service, e);
        }
    }

    private static void role(Statement statement, String role, String password) throws SQLException {
        boolean there = exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'");
        statement.execute((there ? "ALTER" : "CREATE") + " ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE"
                + " NOBYPASSRLS PASSWORD '" + password.replace("'", "''") + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /**
     * The JDBC address of a service's database.
     *
     * @param service indicators, tasks, risk or gateway
     * @return the address, without user and password
     */
    public String jdbcUrl(String service) {
        return url("finplan_" + service);
    }

    /**
     * Opens a connection as superuser, past row-level security: for tests that look at what is really stored.
     *
     * @param database name of the database
     * @return a new connection
     * @throws SQLException when the server is unavailable
     */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", options.superuserPassword());
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(url(database), properties);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + options.port() + "/" + database;
    }

    /** {@return the port} */
    public int port() {
        return options.port();
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void stop() {
        if (process != null) {
            process.stop(STOP_PATIENCE);
        }
    }

    /** Kills the server at once (SIGKILL), as a crash would. Its other processes see that and end. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        stop();
        if (options.temporary()) {
            try {
                PostgresFiles.delete(options.data());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + options.data(), e);
            }
        }
    }
}
