package org.finplan.platform.devstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The words that a process was started with. */
public final class CommandLines {

    private CommandLines() {}

    /**
     * Reads the program and arguments of a process.
     *
     * @param handle the process
     * @return the words; empty when it ended or belongs to somebody else
     */
    public static List<String> of(ProcessHandle handle) {
        Path proc = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
        if (Files.exists(proc)) {
            try {
                // Read here because the JDK cuts long command lines off.
                return Arrays.asList(
                        Files.readString(proc, StandardCharsets.ISO_8859_1).split("\0", -1));
            } catch (IOException e) {
                return List.of();
            }
        }
        return handle.info().arguments().map(Arrays::asList).orElse(List.of());
    }
}
