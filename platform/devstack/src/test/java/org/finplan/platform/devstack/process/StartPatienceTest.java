package org.finplan.platform.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.finplan.platform.devstack.process.StartPatience.Activity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartPatienceTest {

    private final AtomicLong seconds = new AtomicLong();
    private final AtomicReference<Activity> activity = new AtomicReference<>(new Activity(0, Duration.ZERO));
    private final StartPatience patience = new StartPatience(
            activity::get, () -> Duration.ofSeconds(seconds.get()).toNanos());

    @Test
    void endsTwoMinutesAfterTheLastProgress() {
        at(60, new Activity(100, Duration.ZERO));
        at(179, new Activity(100, Duration.ofMillis(100)));
        seconds.set(180);
        assertThatThrownBy(() -> patience.check("tasks"))
                .hasMessageContaining("tasks was not ready after 180 s")
                .hasMessageContaining("no progress for 120 s");
    }

    @Test
    void goesOnWhileTheLogGrows() {
        for (int second = 0; second < 599; second += 100) {
            at(second, new Activity(second, Duration.ZERO));
        }
    }

    @Test
    void goesOnWhileTheProcessorIsUsed() {
        for (int second = 0; second < 599; second += 100) {
            at(second, new Activity(0, Duration.ofMillis(second * 10L)));
        }
    }

    @Test
    void endsAfterTenMinutesWhateverTheProgramDoes() {
        for (int second = 0; second < 600; second += 10) {
            at(second, new Activity(second, Duration.ofSeconds(second)));
        }
        activity.set(new Activity(600, Duration.ofMinutes(10)));
        seconds.set(600);
        assertThatThrownBy(() -> patience.check("tasks")).hasMessage("tasks was not ready after 600 s");
    }

    @Test
    void aRunningProgramIsMeasuredWithItsChildren(@TempDir Path directory) {
        ChildProcess program = ChildProcess.start(new ChildProcess.Plan(
                "sample",
                List.of("sh", "-c", "(while :; do :; done) & echo started; wait"),
                Map.of(),
                directory,
                directory.resolve("sample.pid"),
                directory.resolve("sample.log"),
                ChildProcess.StopSignal.TERM));
        List<ProcessHandle> all = program.program().orElseThrow().descendants().toList();
        try {
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                Activity measured = Activity.of(program);
                assertThat(measured.logSize()).isEqualTo("started\n".length());
                assertThat(measured.showsProgressSince(new Activity(8, Duration.ZERO)))
                        .isTrue();
            });
        } finally {
            program.program().orElseThrow().descendants().forEach(ProcessHandle::destroyForcibly);
            all.forEach(ProcessHandle::destroyForcibly);
            program.stop(Duration.ofSeconds(5));
        }
    }

    private void at(long second, Activity current) {
        activity.set(current);
        seconds.set(second);
        assertThatCode(() -> patience.check("tasks")).doesNotThrowAnyException();
    }
}
