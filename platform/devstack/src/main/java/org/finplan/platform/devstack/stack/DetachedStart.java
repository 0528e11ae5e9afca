package org.finplan.platform.devstack.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.finplan.platform.devstack.process.LogFile;

/** Starts a launcher that stays when this one returns, and shows its progress until the stack is ready. */
public final class DetachedStart {

    private final DataDirectory directory;
    private final PrintStream out;

    /**
     * @param directory the data directory
     * @param out the terminal
     */
    public DetachedStart(DataDirectory directory, PrintStream out) {
        this.directory = directory;
        this.out = out;
    }

    /**
     * Starts it.
     *
     * @param command program and arguments of the launcher that stays
     * @return whether the stack became ready
     */
    public boolean start(List<String> command) {
        directory.prepareLogs();
        try (FileChannel start = FileChannel.open(
                directory.run().resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Held until the launcher is ready or gone: until then the launcher may not hold its own lock yet.
            if (!LauncherLock.isFree(start)) {
                throw new StackException("another ./finplan up --detach is starting the stack in " + directory.path()
                        + "; ./finplan status shows when it is ready");
            }
            LauncherLock.requireFree(directory);
            return startAndFollow(command);
        } catch (IOException e) {
            throw new StackException("cannot start in the background: " + e.getMessage(), e);
        }
    }

    private boolean startAndFollow(List<String> command) throws IOException {
        Path log = directory.logs().resolve("launcher.log");
        long before = new LogFile(log).size();
        Process launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Thread stop = new Thread(launcher::destroy, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        boolean ready = follow(launcher, log, before);
        Runtime.getRuntime().removeShutdownHook(stop);
        return ready;
    }

    private boolean follow(Process launcher, Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            while (true) {
                boolean alive = launcher.isAlive();
                boolean ready = isReady(launcher.pid());
                copyNew(file);
                if (ready || !alive) {
                    return ready;
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private boolean isReady(long pid) throws IOException {
        Path ready = directory.readyFile();
        return Files.exists(ready) && Files.readString(ready).strip().equals(Long.toString(pid));
    }

    private void copyNew(RandomAccessFile file) throws IOException {
        if (file.length() < file.getFilePointer()) {
            // It was rotated.
            file.seek(0);
        }
        byte[] fresh = new byte[(int) (file.length() - file.getFilePointer())];
        int count = Math.max(0, file.read(fresh));
        out.print(new String(fresh, 0, count, StandardCharsets.UTF_8));
        out.flush();
    }

    /**
     * The time of a request that was handed over by another launcher.
     *
     * @param property name of the system property that carries it
     * @return the time, or the start of this JVM
     */
    public static Instant requestedAt(String property) {
        String handed = System.getProperty(property);
        return handed == null
                ? Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime())
                : Instant.ofEpochMilli(Long.parseLong(handed));
    }
}
