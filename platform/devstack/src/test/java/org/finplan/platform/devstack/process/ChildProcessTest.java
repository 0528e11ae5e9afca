package org.finplan.platform.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    @Test
    void handsOnArgumentsEnvironmentOutputAndExitCode() {
        ChildProcess process =
                start(ChildProcess.StopSignal.TERM, "sh", "-c", "echo \"$GREETING $1\"; exit 7", "sh", "two  words");
        assertThat(process.onExit().join()).isEqualTo(7);
        assertThat(process.lastWords()).isEqualTo("hello two  words");
    }

    @Test
    void stopsInOrder() {
        ChildProcess process = start(
                ChildProcess.StopSignal.TERM,
                "sh",
                "-c",
                "trap 'kill $!; echo bye; exit 0' TERM; tail -f /dev/null & echo ready; wait");
        await().until(() -> process.lastWords().equals("ready"));
        process.stop(PATIENCE);
        assertThat(process.lastWords()).isEqualTo("ready\nbye");
        assertThat(process.program().filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void killsWhatDoesNotStop() {
        ChildProcess process =
                start(ChildProcess.StopSignal.TERM, "sh", "-c", "trap '' TERM; echo ready; exec tail -f /dev/null");
        await().until(() -> process.lastWords().equals("ready"));
        process.stop(Duration.ofMillis(300));
        assertThat(process.isAlive()).isFalse();
        assertThat(process.program().filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void endsTheProgramWhenItsGuardIsKilled() {
        ChildProcess process = start(ChildProcess.StopSignal.TERM, "tail", "-f", "/dev/null");
        ProcessHandle program = process.program().orElseThrow();
        program.parent().orElseThrow().destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        process.stop(PATIENCE);
        assertThat(CommandLines.runs(program)).isFalse();
    }

    private ChildProcess start(ChildProcess.StopSignal signal, String... command) {
        return ChildProcess.start(new ChildProcess.Plan(
                "sample",
                List.of(command),
                Map.of("GREETING", "hello"),
                directory,
                directory.resolve("sample.pid"),
                directory.resolve("sample.log"),
                signal));
    }
}
