package org.finplan.platform.devstack.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.finplan.platform.devstack.process.CommandLines;

/** What one can do with the stack of a data directory: run it, stop it, delete it. */
public final class StackControl {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);

    private final Path root;
    private final DataDirectory directory;
    private final Progress progress;

    /**
     * @param root root of the repository, where the packaged programs lie
     * @param directory the data directory
     * @param out the terminal
     */
    public StackControl(Path root, DataDirectory directory, PrintStream out) {
        this.root = root;
        this.directory = directory;
        this.progress = new Progress(out);
    }

    /**
     * Runs the stack in this process until it is told to stop (Ctrl-C, SIGTERM, {@link #down()}).
     *
     * @param gatewayPort port of the gateway
     * @param since when the user asked for it
     * @throws StackException when it cannot start
     */
    public void run(int gatewayPort, Instant since) {
        LauncherLock.requireFree(directory);
        LogLimits limits = LogLimits.of(System.getenv());
        directory.prepare();
        LauncherLock lock = LauncherLock.take(directory).orElseThrow(() -> LauncherLock.taken(directory));
        CountDownLatch stopped = new CountDownLatch(1);
        try (lock) {
            directory.forgetReadiness();
            int cleared = new Leftovers(directory).clear();
            if (cleared > 0) {
                progress.line("cleared " + cleared + " processes that an earlier run left behind");
            }
            try (Stack stack = new Stack(root, directory, gatewayPort, limits, progress)) {
                Thread main = Thread.currentThread();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stopOn(main, stopped), "stop"));
                report(stack.start(), since);
                markReady();
                waitForEver();
            }
        } catch (IOException e) {
            throw new StackException("cannot unlock " + directory.path(), e);
        } finally {
            progress.line("stopped");
            stopped.countDown();
        }
    }

    private static void stopOn(Thread main, CountDownLatch stopped) {
        main.interrupt();
        try {
            if (!stopped.await(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("not all programs stopped in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(Endpoints endpoints, Instant since) {
        String seconds = String.format(
                java.util.Locale.ROOT,
                "%.1f",
                Duration.between(since, Instant.now()).toMillis() / 1000.0);
        String memory = Memory.ofTree(ProcessHandle.current()).stream()
                .mapToObj(mib -> mib + " MB resident in all processes")
                .findFirst()
                .orElse("resident memory unknown on this system");
        progress.line("ready in " + seconds + " s, " + memory);
        progress.line("gateway  " + endpoints.gateway() + "   all addresses: "
                + directory.path().resolve("endpoints.json"));
        boolean usual = directory.path().equals(root.resolve(".finplan").normalize());
        String elsewhere = usual ? "" : " --data-dir " + directory.path();
        progress.line("token    ./finplan token city-officer" + elsewhere
                + "   then: curl -H \"Authorization: Bearer $TOKEN\" " + endpoints.gateway()
                + "/api/v1/indicators?plan=zq-fin-14fyp");
    }

    private void markReady() throws IOException {
        Files.writeString(
                directory.readyFile(), Long.toString(ProcessHandle.current().pid()));
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // The shutdown hook asked for the end; the stack is closed on the way out.
        }
    }

    /**
     * Stops the stack.
     *
     * @return whether there was anything to stop
     */
    public boolean down() {
        Optional<ProcessHandle> launcher = LauncherLock.owner(directory);
        launcher.ifPresent(handle -> {
            handle.destroy();
            CommandLines.awaitEnd(List.of(handle), STOP_PATIENCE);
            if (CommandLines.runs(handle)) {
                handle.destroyForcibly();
            }
        });
        int left = new Leftovers(directory).clear();
        directory.forgetReadiness();
        return launcher.isPresent() || left > 0;
    }

    /** Stops the stack and deletes its data. */
    public void reset() {
        down();
        directory.delete();
    }

    /**
     * Shows what runs and how it is.
     *
     * @return whether all of it is ready
     */
    public boolean status() {
        Optional<ProcessHandle> launcher = LauncherLock.owner(directory);
        if (launcher.isEmpty()) {
            progress.line("no stack runs in " + directory.path());
            return false;
        }
        if (!Files.exists(directory.path().resolve("endpoints.json"))) {
            progress.line("the stack in " + directory.path() + " starts or stops");
            return false;
        }
        Endpoints endpoints = Endpoints.read(directory.path());
        boolean ready = line("postgres", endpoints.postgres(), Probe.listens(endpoints.postgres()));
        ready &= line("kafka", endpoints.kafka(), Probe.listens(endpoints.kafka()));
        ready &= line("indicators", endpoints.indicators());
        ready &= line("tasks", endpoints.tasks());
        ready &= line("risk", endpoints.risk());
        ready &= line("gateway", endpoints.gateway());
        Memory.ofTree(launcher.get()).ifPresent(mib -> progress.line(mib + " MB resident in all processes"));
        return ready;
    }

    private boolean line(String name, String address) {
        Readiness readiness = Readiness.of(address);
        String waits = readiness.oldestUnpublishedSeconds().stream()
                .filter(seconds -> seconds > 0)
                .mapToObj(seconds -> "   oldest unpublished event: " + seconds + " s")
                .findFirst()
                .orElse("");
        progress.line(String.format("  %-11s %-10s %s%s", name, readiness.word(), address, waits));
        return readiness.ready();
    }

    private boolean line(String name, String address, boolean ready) {
        progress.line(String.format("  %-11s %-10s %s", name, ready ? "ready" : "NOT READY", address));
        return ready;
    }
}
