package org.finplan.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.finplan.platform.devstack.process.ChildProcess;

/** A running program and what it takes of the machine, with the processes that it started. */
public final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    /** Length of a tick in {@code /proc}, 100 a second on every Linux that matters (USER_HZ). */
    private static final long TICK_MICROS = 10_000;

    private final ChildProcess process;

    private Program(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @param name what it is called; names its log and the file with its process id
     * @param command the program and its arguments
     * @param environment variables beside our own
     * @param directory where it runs and where its files are
     * @return the program, which may not be ready yet
     */
    public static Program start(String name, List<String> command, Map<String, String> environment, Path directory) {
        return new Program(ChildProcess.start(new ChildProcess.Plan(
                name,
                command,
                environment,
                directory,
                directory.resolve(name + ".pid"),
                directory.resolve(name + ".log"),
                ChildProcess.StopSignal.TERM)));
    }

    String name() {
        return process.name();
    }

    /** Fails with the last lines of its log when it ended. */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name() + " ended:\n" + process.lastWords());
        }
    }

    /** {@return processor time used so far, in microseconds, user and system together} */
    long cpuMicros() {
        return handles()
                        .mapToLong(handle -> {
                            // The name in parentheses may hold blanks; what follows it may not.
                            String stat = read(handle, "stat");
                            String[] fields =
                                    stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                            return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
                        })
                        .sum()
                * TICK_MICROS;
    }

    /** {@return memory that is resident now, in bytes} */
    long residentBytes() {
        return status("VmRSS:");
    }

    /** {@return most memory that was resident since {@link #forgetPeak}, in bytes} */
    long peakBytes() {
        return status("VmHWM:");
    }

    void forgetPeak() {
        handles().forEach(handle -> {
            try {
                Files.writeString(Path.of("/proc", Long.toString(handle.pid()), "clear_refs"), "5");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Throws away what it logged, which at full load would fill the disk. */
    void truncateLog() {
        try {
            Files.newByteChannel(process.log(), java.nio.file.StandardOpenOption.WRITE)
                    .truncate(0)
                    .close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long status(String line) {
        return handles()
                .mapToLong(handle -> read(handle, "status")
                        .lines()
                        .filter(text -> text.startsWith(line))
                        .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")) * 1024)
                        .sum())
                .sum();
    }

    private Stream<ProcessHandle> handles() {
        ProcessHandle handle =
                process.program().orElseThrow(() -> new IllegalStateException(name() + " did not start"));
        return Stream.concat(Stream.of(handle), handle.descendants());
    }

    private static String read(ProcessHandle handle, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(handle.pid()), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.stop(PATIENCE);
    }
}
