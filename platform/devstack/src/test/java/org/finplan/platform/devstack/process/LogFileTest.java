package org.finplan.platform.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.finplan.platform.devstack.SmallFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void keepsTheNewestPartsInOrderAndNoMoreThanItMay() throws IOException {
        LogFile log = new LogFile(directory.resolve("sample.log"));
        for (int i = 1; i <= 5; i++) {
            append(log, "line " + i + "\n");
            log.rotate(3);
        }
        append(log, "line 6\n");
        assertThat(log.parts())
                .containsExactly(
                        directory.resolve("sample.log.2"),
                        directory.resolve("sample.log.1"),
                        directory.resolve("sample.log"));
        assertThat(whole(log)).isEqualTo("line 4\nline 5\nline 6\n");
        assertThat(log.lastLines(2)).isEqualTo("line 5\nline 6");
    }

    @Test
    void fewerFilesThanBeforeTakeTheRestAway() throws IOException {
        LogFile log = new LogFile(directory.resolve("sample.log"));
        for (int i = 1; i <= 4; i++) {
            append(log, "line " + i + "\n");
            log.rotate(9);
        }
        append(log, "line 5\n");
        log.rotate(2);
        assertThat(whole(log)).isEqualTo("line 5\n");
        log.rotate(1);
        assertThat(log.parts()).containsExactly(log.path());
        assertThat(log.size()).isZero();
    }

    @Test
    void theLastLinesAreShownWhateverTheBytesAre() throws IOException {
        LogFile log = new LogFile(directory.resolve("sample.log"));
        append(log, "x".repeat(200_000) + "\nlast but one\n");
        Files.write(log.path(), new byte[] {'l', 'a', 's', 't', (byte) 0xE4}, StandardOpenOption.APPEND);
        assertThat(log.lastLines(20)).isEqualTo("last but one\nlast\uFFFD");
    }

    @Test
    void aProgramWritesOnThroughRotation() throws IOException {
        LogFile log = new LogFile(directory.resolve("sample.log"));
        ChildProcess program = start(directory, "i=0; while :; do i=$((i+1)); echo \"line $i\"; done");
        try {
            for (int i = 0; i < 3; i++) {
                await().atMost(PATIENCE).until(() -> log.size() > 10_000);
                log.rotate(10);
            }
            await().atMost(PATIENCE).until(() -> log.size() > 10_000);
        } finally {
            program.stop(PATIENCE);
        }
        assertThat(log.parts()).hasSize(4);
        assertThat(Files.readAllBytes(log.path()))
                .as("no hole where the cut was")
                .doesNotContain(0);
        List<Integer> numbers = whole(log)
                .lines()
                .filter(line -> line.matches("line \\d+"))
                .map(line -> Integer.valueOf(line.substring(5)))
                .toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aFullDiskNeitherStopsAProgramNorItsRotation() throws IOException {
        try (SmallFileSystem disk =
                SmallFileSystem.mount("size=1m", Files.createDirectory(directory.resolve("disk")))) {
            LogFile log = new LogFile(disk.root().resolve("sample.log"));
            append(log, "early\n".repeat(10_000));
            disk.fill();
            Path beat = directory.resolve("beat");
            ChildProcess program = start(
                    disk.root(),
                    "while :; do echo line; echo beat >>'" + beat + "'; read -r _ <'" + fifo() + "'; done");
            try {
                assertThat(program.program())
                        .as("the id is known without a file")
                        .isPresent();
                release(program, beat, 20);
                log.rotate(5);
                assertThat(whole(log)).doesNotContain("early");
                release(program, beat, 40);
                assertThat(program.isAlive()).isTrue();
                assertThat(log.lastLines(1)).as("the cut made room").isEqualTo("line");
            } finally {
                program.stop(PATIENCE);
            }
        }
    }

    private Path fifo() throws IOException {
        Path fifo = directory.resolve("fifo");
        new ProcessBuilder("mkfifo", fifo.toString()).start().onExit().join();
        return fifo;
    }

    /** Lets the program take so many turns in all. */
    private void release(ChildProcess program, Path beat, int turns) throws IOException {
        while (beats(beat) < turns) {
            int before = beats(beat);
            Files.writeString(directory.resolve("fifo"), "go\n", StandardOpenOption.WRITE);
            await().atMost(PATIENCE).until(() -> beats(beat) > before || !program.isAlive());
        }
    }

    private static int beats(Path beat) throws IOException {
        return Files.exists(beat) ? Files.readAllLines(beat).size() : 0;
    }

    private static void append(LogFile log, String text) throws IOException {
        Files.writeString(log.path(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String whole(LogFile log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        log.copyTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private ChildProcess start(Path where, String script) {
        return ChildProcess.start(new ChildProcess.Plan(
                "sample",
                List.of("sh", "-c", script),
                Map.of(),
                directory,
                where.resolve("sample.pid"),
                where.resolve("sample.log"),
                ChildProcess.StopSignal.TERM));
    }
}
