package org.finplan.platform.devstack.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.devstack.process.CommandLines;

/**
 * Says that a launcher owns a data directory. The lock vanishes with the launcher, however it ends. Process id and start
 * time are recorded beside it, so that another program that was given the same id later is not taken for it.
 */
final class LauncherLock implements AutoCloseable {

    private final FileChannel channel;

    private LauncherLock(FileChannel channel) {
        this.channel = channel;
    }

    /** {@return the lock, or empty when a launcher runs already} */
    static Optional<LauncherLock> take(DataDirectory directory) {
        try {
            FileChannel channel = FileChannel.open(
                    directory.run().resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isFree(channel)) {
                channel.close();
                return Optional.empty();
            }
            ProcessHandle self = ProcessHandle.current();
            Files.writeString(pidFile(directory), self.pid() + "\n" + startOf(self) + "\n");
            return Optional.of(new LauncherLock(channel));
        } catch (IOException e) {
            throw new StackException("cannot lock " + directory.path() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Refuses when a launcher runs on the directory.
     *
     * @throws StackException when one does
     */
    static void requireFree(DataDirectory directory) {
        if (owner(directory).isPresent()) {
            throw taken(directory);
        }
    }

    static StackException taken(DataDirectory directory) {
        return new StackException(
                "a stack runs already in " + directory.path() + ": ./finplan status shows it, ./finplan down stops it");
    }

    static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** {@return the launcher that runs on the directory, empty when there is none} */
    static Optional<ProcessHandle> owner(DataDirectory directory) {
        try {
            if (!Files.exists(pidFile(directory))) {
                return Optional.empty();
            }
            List<String> recorded = Files.readAllLines(pidFile(directory));
            return ProcessHandle.of(Long.parseLong(recorded.get(0)))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> startOf(handle) == Long.parseLong(recorded.get(1)))
                    .filter(LauncherLock::isLauncher);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    // A killed launcher that its parent has not reaped yet still has an id and a start time, but no command line.
    private static boolean isLauncher(ProcessHandle handle) {
        return CommandLines.of(handle).stream().anyMatch(word -> word.startsWith("-Dfinplan.root="));
    }

    private static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static Path pidFile(DataDirectory directory) {
        return directory.run().resolve("launcher.pid");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
