package org.finplan.platform.devstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.finplan.platform.devstack.postgres.PostgresOptions;
import org.finplan.platform.devstack.postgres.PostgresServer;
import org.finplan.platform.devstack.postgres.StoppedBackend;
import org.finplan.platform.devstack.process.CommandLines;
import org.finplan.platform.devstack.process.PortReservation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final Path MINE = Path.of("/sample/data");

    @Test
    void aProgramIsOursByTheMarkOfTheDirectoryAlone() {
        assertThat(isOurs("java", "-Dfinplan.data-dir=/sample/data", "-jar", "x.jar"))
                .isTrue();
        assertThat(isOurs("/x/bin/postgres", "-D", "/sample/data/postgres", "-p", "1"))
                .isTrue();
    }

    @Test
    void nobodyElsesProgramIsTouched() {
        assertThat(isOurs("")).isFalse();
        assertThat(isOurs("java", "-Dfinplan.data-dir=/sample/data2")).isFalse();
        assertThat(isOurs("java", "-Dfinplan.data-dir=/sample")).isFalse();
        assertThat(isOurs("/x/bin/postgres", "-D", "/sample/other/postgres")).isFalse();
        assertThat(isOurs("tail", "-f", "/sample/data/postgres")).isFalse();
        assertThat(isOurs("vi", "/sample/data/logs/kafka.log")).isFalse();
    }

    @Test
    void clearsAProgramThatCarriesTheMarkAndLeavesAnother(@TempDir Path directory) throws IOException {
        DataDirectory mine = new DataDirectory(directory.resolve("mine"));
        DataDirectory other = new DataDirectory(directory.resolve("other"));
        Process ours = new ProcessBuilder("sh", "-c", "read -r x", mine.mark()).start();
        Process theirs = new ProcessBuilder("sh", "-c", "read -r x", other.mark()).start();
        try {
            assertThat(new Leftovers(mine).clear()).isEqualTo(1);
            // Process.isAlive says yes until this JVM has noticed the end of its child.
            assertThat(CommandLines.runs(ours.toHandle())).isFalse();
            assertThat(CommandLines.runs(theirs.toHandle())).isTrue();
        } finally {
            theirs.destroyForcibly();
        }
    }

    @Test
    void clearsAStoppedBackendOfAServerThatIsGoneAndLeavesAnotherServer(@TempDir Path directory) throws Exception {
        DataDirectory mine = new DataDirectory(directory.resolve("mine"));
        try (PortReservation port = PortReservation.any(directory.hashCode());
                PortReservation otherPort = PortReservation.any(port.port());
                PostgresServer server = new PostgresServer(PostgresOptions.temporary(mine.path(), port.port()));
                PostgresServer other =
                        new PostgresServer(PostgresOptions.temporary(directory.resolve("other"), otherPort.port()))) {
            server.start();
            other.start();
            try (Connection connection = server.connect("postgres")) {
                ProcessHandle backend = StoppedBackend.stop(connection);
                server.kill();
                assertThat(CommandLines.runs(backend)).isTrue();
                assertThat(new Leftovers(mine).clear()).isPositive();
                assertThat(CommandLines.runs(backend)).isFalse();
                assertThat(new Leftovers(mine).find()).isEmpty();
            }
            assertThat(other.isReady()).isTrue();
        }
    }

    @Test
    void aRecordedLauncherIsOnlyBelievedWithItsStartTime(@TempDir Path path) throws IOException {
        DataDirectory directory = new DataDirectory(path.resolve("data"));
        directory.prepare();
        try (LauncherLock lock = LauncherLock.take(directory).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(LauncherLock.take(directory)).as("a second launcher").isEmpty();
        }
        // This JVM has the recorded id but is no launcher.
        assertThat(LauncherLock.owner(directory)).isEmpty();
        Files.writeString(path.resolve("data/run/launcher.pid"), "1\n0\n");
        assertThat(LauncherLock.owner(directory)).isEmpty();
    }

    private static boolean isOurs(String... words) {
        return Leftovers.isOurs(List.of(words), MINE);
    }
}
