package org.finplan.platform.devstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedStartTest {

    // Stands for a launcher: says a line, waits for the file "go", says that it is ready and stays.
    private static final String LAUNCHER = """
            echo "$1"
            while [ ! -e "$2/go" ]; do sleep 0.05; done
            echo ready
            echo $$ >"$2/run/launcher.ready"
            exec tail -f /dev/null""";

    @TempDir
    Path root;

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private DataDirectory directory;

    @BeforeEach
    void prepare() {
        directory = new DataDirectory(root.resolve("data"));
    }

    @Test
    void theSecondOfTwoAtOnceIsRefusedAndLeavesTheFirstAlone() throws IOException {
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> start("first"));
        await().until(() -> log().contains("first"));
        assertThatThrownBy(() -> start("second"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("is starting the stack in " + directory.path());
        assertThat(log()).isEqualTo("first\n");
        Files.createFile(directory.path().resolve("go"));
        assertThat(first.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
        assertThat(log()).isEqualTo("first\nready\n");
        assertThat(terminal.toString(StandardCharsets.UTF_8)).isEqualTo("first\nready\n");
        end();
    }

    @Test
    void theNextStartKeepsTheLogAndShowsItsOwnLinesOnly() throws IOException {
        directory.prepare();
        Files.createFile(directory.path().resolve("go"));
        assertThat(start("first")).isTrue();
        end();
        terminal.reset();
        assertThat(start("second")).isTrue();
        assertThat(log()).isEqualTo("first\nready\nsecond\nready\n");
        assertThat(terminal.toString(StandardCharsets.UTF_8)).isEqualTo("second\nready\n");
        end();
    }

    private boolean start(String line) {
        return new DetachedStart(directory, new PrintStream(terminal, true, StandardCharsets.UTF_8))
                .start(List.of(
                        "sh", "-c", LAUNCHER, "sh", line, directory.path().toString()));
    }

    private String log() throws IOException {
        Path log = directory.logs().resolve("launcher.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private void end() throws IOException {
        long launcher = Long.parseLong(Files.readString(directory.readyFile()).strip());
        ProcessHandle handle = ProcessHandle.of(launcher).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
        Files.delete(directory.readyFile());
    }
}
