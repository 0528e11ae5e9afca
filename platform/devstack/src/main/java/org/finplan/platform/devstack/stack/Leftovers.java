package org.finplan.platform.devstack.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.finplan.platform.devstack.postgres.PostgresProcesses;
import org.finplan.platform.devstack.process.CommandLines;

/**
 * Programs of a stack whose launcher is gone. A process counts as ours only when one word of its command line is exactly
 * the data directory's mark, or when it is PostgreSQL on the stack's data; nothing else is ever touched.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataDirectory directory;

    Leftovers(DataDirectory directory) {
        this.directory = directory;
    }

    /** {@return the processes that belong to the stack of the data directory} */
    List<ProcessHandle> find() {
        long self = ProcessHandle.current().pid();
        Stream<ProcessHandle> marked = ProcessHandle.allProcesses()
                .filter(handle -> handle.pid() != self)
                .filter(handle -> isOurs(CommandLines.of(handle), directory.path()));
        return Stream.concat(marked, PostgresProcesses.on(directory.postgres()).stream())
                .distinct()
                .toList();
    }

    static boolean isOurs(List<String> words, Path directory) {
        boolean isPostgres = words.get(0).endsWith("/postgres")
                && words.contains(new DataDirectory(directory).postgres().toString());
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
