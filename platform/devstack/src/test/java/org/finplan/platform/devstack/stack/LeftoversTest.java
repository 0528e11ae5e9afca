package org.finplan.platform.devstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            assertThat(ours.isAlive()).isFalse();
            assertThat(theirs.isAlive()).isTrue();
        } finally {
            theirs.destroyForcibly();
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
