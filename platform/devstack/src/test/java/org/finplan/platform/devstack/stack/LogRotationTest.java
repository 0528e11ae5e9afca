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
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRotationTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"512K,524288", "10M,10485760", "2G,2147483648"})
    void sizesAreWrittenAsPeopleWriteThem(String written, long bytes) {
        assertThat(LogLimits.of(Map.of("FINPLAN_LOG_SIZE", written, "FINPLAN_LOG_FILES", "3")))
                .isEqualTo(new LogLimits(bytes, 3));
    }

    @Test
    void limitsHoldWithoutASetting() {
        assertThat(LogLimits.of(Map.of())).isEqualTo(new LogLimits(10 << 20, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "FINPLAN_LOG_SIZE,10",
        "FINPLAN_LOG_SIZE,0M",
        "FINPLAN_LOG_SIZE,''",
        "FINPLAN_LOG_FILES,0",
        "FINPLAN_LOG_FILES,many"
    })
    void whatIsNoLimitIsRefusedByName(String variable, String value) {
        assertThatThrownBy(() -> LogLimits.of(Map.of(variable, value)))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(variable);
    }

    @Test
    void rotatesEveryLogThatGrewTooLargeAndNoOther() throws IOException {
        Files.writeString(directory.resolve("kafka.log"), "x".repeat(3000));
        Files.writeString(directory.resolve("tasks.log"), "short");
        Files.writeString(directory.resolve("notes.txt"), "x".repeat(3000));
        try (LogRotation rotation = LogRotation.start(directory, new LogLimits(2000, 2), progress())) {
            assertThat(rotation).isNotNull();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Files.size(directory.resolve("kafka.log")) == 0
                            && Files.exists(directory.resolve("kafka.log.1")));
        }
        assertThat(directory.resolve("kafka.log.1")).hasSize(3000);
        assertThat(directory.resolve("tasks.log")).hasContent("short");
        assertThat(directory.resolve("notes.txt")).hasSize(3000);
    }

    private static Progress progress() {
        return new Progress(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }
}
