package org.finplan.platform.devstack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.finplan.platform.devstack.process.CommandLines;

/**
 * The processes of a server: the postmaster and its children. The children overwrite their command line with what they do,
 * so they are told by their program and their working directory, which is the data directory. Where there is no
 * {@code /proc} none is found.
 */
public final class PostgresProcesses {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private PostgresProcesses() {}

    /**
     * Finds the processes of the server of a data directory.
     *
     * @param data the data directory
     * @return the processes; those of other users and other directories never
     */
    public static List<ProcessHandle> on(Path data) {
        return ProcessHandle.allProcesses().filter(handle -> isOn(handle, data)).toList();
    }

    private static boolean isOn(ProcessHandle handle, Path data) {
        Path proc = Path.of("/proc", Long.toString(handle.pid()));
        try {
            Path program = Files.readSymbolicLink(proc.resolve("exe")).getFileName();
            // The kernel adds a word when the file was deleted since.
            return program != null
                    && List.of("postgres", "postgres (deleted)").contains(program.toString())
                    && Files.isSameFile(proc.resolve("cwd"), data);
        } catch (IOException e) {
            // It ended, or it belongs to somebody else.
            return false;
        }
    }

    /**
     * Kills the children of a postmaster that is gone. They end by themselves, except one that is stopped, and as long as
     * one is there its shared memory keeps a new server from starting.
     */
    static void killOrphans(Path data) {
        List<ProcessHandle> processes = on(data);
        if (processes.stream().noneMatch(handle -> isPostmaster(handle, data))) {
            processes.forEach(ProcessHandle::destroyForcibly);
            CommandLines.awaitEnd(processes, PATIENCE);
        }
    }

    static boolean isPostmaster(ProcessHandle handle, Path data) {
        return CommandLines.of(handle).contains(data.toString());
    }
}
