package org.finplan.platform.devstack.stack;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.finplan.platform.devstack.process.LogFile;

/** Looks at the logs of a stack every second, the launcher's own included, and rotates those that grew too large. */
final class LogRotation implements AutoCloseable {

    private final Path directory;
    private final LogLimits limits;
    private final Progress progress;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "log-rotation");
        thread.setDaemon(true);
        return thread;
    });
    private boolean failed;

    private LogRotation(Path directory, LogLimits limits, Progress progress) {
        this.directory = directory;
        this.limits = limits;
        this.progress = progress;
    }

    static LogRotation start(Path directory, LogLimits limits, Progress progress) {
        LogRotation rotation = new LogRotation(directory, limits, progress);
        var unused = rotation.executor.scheduleWithFixedDelay(rotation::look, 1, 1, TimeUnit.SECONDS);
        return rotation;
    }

    private void look() {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(directory, "*.log")) {
            for (Path log : logs) {
                LogFile file = new LogFile(log);
                if (file.size() > limits.size()) {
                    file.rotate(limits.files());
                }
            }
            failed = false;
        } catch (IOException | DirectoryIteratorException e) {
            if (!failed) {
                progress.line("a log cannot be rotated: " + e);
            }
            failed = true;
        }
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
