package org.finplan.platform.devstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The words that a process was started with. */
public final class CommandLines {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private CommandLines() {}

    /**
     * Reads the program and arguments of a process.
     *
     * @param handle the process
     * @return the words; one empty word when it ended or belongs to somebody else
     */
    public static List<String> of(ProcessHandle handle) {
        Path proc = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
        if (Files.exists(proc)) {
            try {
                // Read here because the JDK cuts long command lines off.
                return Arrays.asList(
                        Files.readString(proc, StandardCharsets.ISO_8859_1).split("\0", -1));
            } catch (IOException e) {
                return List.of("");
            }
        }
        return handle.info().arguments().map(Arrays::asList).orElse(List.of(""));
    }

    /**
     * Whether a process runs. One that ended but was not reaped by its parent yet does not, whatever its handle says.
     *
     * @param handle the process
     * @return whether it runs
     */
    public static boolean runs(ProcessHandle handle) {
        return handle.isAlive() && !hasEnded(handle);
    }

    /** By its state: an empty command line does not tell, since one that is just being started has none either. */
    private static boolean hasEnded(ProcessHandle handle) {
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            return false;
        }
        try {
            // The name in brackets before the state may hold anything.
            String stat = Files.readString(
                    Path.of("/proc", Long.toString(handle.pid()), "stat"), StandardCharsets.ISO_8859_1);
            return "ZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) >= 0;
        } catch (IOException gone) {
            return true;
        }
    }

    /**
     * Waits until processes ended.
     *
     * @param handles the processes
     * @param patience how long at most
     */
    public static void awaitEnd(List<ProcessHandle> handles, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        while (handles.stream().anyMatch(CommandLines::runs) && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
