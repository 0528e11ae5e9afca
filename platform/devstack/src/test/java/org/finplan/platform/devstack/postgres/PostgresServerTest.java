package org.finplan.platform.devstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.devstack.process.CommandLines;
import org.finplan.platform.devstack.process.PortReservation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path directory;

    private PortReservation port;
    private PostgresServer server;

    @BeforeEach
    void start() {
        port = PortReservation.any(directory.hashCode());
        server = new PostgresServer(PostgresOptions.temporary(directory, port.port()));
        server.start();
        server.createDatabase("tasks", "owner's", "app");
    }

    @AfterEach
    void stop() {
        server.close();
        port.close();
    }

    @Test
    void rolesOfAServiceAreOrdinaryAndTheAppRoleOwnsNothing() throws SQLException {
        try (Connection owner = connect("owner", "owner's");
                Connection app = connect("app", "app")) {
            owner.createStatement().execute("CREATE TABLE sample (region text)");
            owner.createStatement().execute("ALTER TABLE sample ENABLE ROW LEVEL SECURITY");
            owner.createStatement().execute("ALTER TABLE sample FORCE ROW LEVEL SECURITY");
            owner.createStatement().execute("GRANT SELECT, INSERT ON sample TO finplan_tasks_app");
            assertThatThrownBy(() -> app.createStatement().execute("INSERT INTO sample VALUES ('441200')"))
                    .hasMessageContaining("row-level security");
            assertThatThrownBy(() -> app.createStatement().execute("CREATE TABLE own (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void comesBackWithItsDataAfterAKill() throws SQLException {
        try (Connection owner = connect("owner", "owner's")) {
            owner.createStatement().execute("CREATE TABLE sample AS SELECT 1 AS id");
        }
        server.kill();
        server.start();
        try (Connection owner = connect("owner", "owner's");
                ResultSet rows = owner.createStatement().executeQuery("SELECT id FROM sample")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void comesBackAfterAKillThoughABackendIsStopped() throws Exception {
        try (Connection connection = server.connect("postgres")) {
            ProcessHandle backend = StoppedBackend.stop(connection);
            server.kill();
            server.start();
            assertThat(CommandLines.runs(backend)).isFalse();
            assertThat(server.isReady()).isTrue();
        }
    }

    @Test
    void theProcessesOfAServerAreFoundThoughTheyChangeTheirCommandLine() throws SQLException {
        try (Connection connection = server.connect("postgres")) {
            long backend = StoppedBackend.processOf(connection);
            assertThat(PostgresProcesses.on(directory.resolve("postgres")))
                    .extracting(ProcessHandle::pid)
                    .contains(backend, server.process().program().orElseThrow().pid());
            assertThat(PostgresProcesses.on(directory)).isEmpty();
        }
    }

    @Test
    void aProcessIdThatNowBelongsToAnotherProgramDoesNotKeepItFromStarting() throws IOException {
        server.kill();
        Path pidFile = directory.resolve("postgres/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);
        server.start();
        assertThat(server.isReady()).isTrue();
    }

    private Connection connect(String role, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("tasks"), "finplan_tasks_" + role, password);
    }
}
