package org.finplan.platform.devstack.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.finplan.platform.devstack.process.CommandLines;

/**
 * Programs of a stack whose launcher is gone. A process counts as ours only when one word of its command line is exactly
 * the data directory's mark; nothing else is ever touched.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataDirectory directory;

    Leftovers(DataDirectory directory) {
        this.directory = directory;
    }

    /** {@return the processes that carry the mark of the data directory} */
    List<ProcessHandle> find() {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.pid() != self)
                .filter(handle -> isOurs(CommandLines.of(handle), directory.path()))
                .toList();
    }

    static boolean isOurs(List<String> words, Path directory) {
        boolean isPostgres = words.get(0).endsWith("/postgres")
                && words.contains(directory.resolve("postgres").toString());
        return isPostgres || words.contains(DataDirectory.mark(directory));
    }

    /**
     * Ends them: in order first, by force after ten seconds.
     *
     * @return how many there were
     */
    int clear() {
        List<ProcessHandle> found = find();
        found.forEach(ProcessHandle::destroy);
        CommandLines.awaitEnd(found, PATIENCE);
        List<ProcessHandle> stubborn = find();
        stubborn.forEach(ProcessHandle::destroyForcibly);
        CommandLines.awaitEnd(stubborn, PATIENCE);
        return found.size();
    }
}
