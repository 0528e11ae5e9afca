package org.finplan.platform.devstack.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that lives no longer than this JVM. A small shell guard starts it and waits on a pipe from here: when the
 * pipe closes, because somebody stopped the program or because this JVM died (a kill -9 included), the guard sends
 * the stop signal. So no process is left behind.
 */
public final class ChildProcess {

    /** Stop signal as {@code kill} takes it. */
    public enum StopSignal {
        /** Orderly end of most programs. */
        TERM,
        /** PostgreSQL: fast shutdown, does not wait for clients. */
        INT
    }

    // $1 pid file, $2 stop signal, then the command. The reader holds the pipe (fd 3), the program does not. The
    // process
    // id is told through stderr, since on a full disk no file can tell it; the pid file is for others.
    private static final String GUARD = """
            trap '' INT HUP
            pidfile=$1; signal=$2; shift 2
            exec 3<&0
            "$@" 3<&- </dev/null 2>&1 & program=$!
            { echo $program >"$pidfile"; } 2>/dev/null
            echo $program >&2
            exec 2>&1
            { read -r _ <&3; kill -s "$signal" $program 2>/dev/null; } >/dev/null 2>&1 & reader=$!
            exec 3<&-
            wait $program; code=$?
            kill $reader 2>/dev/null
            exit $code
            """;

    private static final int LAST_LINES = 20;

    private final String name;
    private final Process guard;
    private final Optional<ProcessHandle> program;
    private final LogFile log;

    private ChildProcess(String name, Process guard, Optional<ProcessHandle> program, LogFile log) {
        this.name = name;
        this.guard = guard;
        this.program = program;
        this.log = log;
    }

    /**
     * What to start.
     *
     * @param name short name for messages
     * @param command program and arguments
     * @param environment variables added to those of this JVM
     * @param directory working directory
     * @param pidFile file that receives the process id of the program
     * @param log file that receives what it prints
     * @param stopSignal signal that ends it in order
     */
    public record Plan(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path pidFile,
            Path log,
            StopSignal stopSignal) {}

    /**
     * Starts a program.
     *
     * @param plan what to start
     * @return the running program
     * @throws UncheckedIOException when the shell or a file cannot be used
     */
    public static ChildProcess start(Plan plan) {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                GUARD,
                "finplan-guard",
                plan.pidFile().toString(),
                plan.stopSignal().name()));
        if (Sessions.available()) {
            command.add("setsid");
        }
        command.addAll(plan.command());
        try {
            Files.createDirectories(plan.log().getParent());
            Files.createDirectories(plan.pidFile().getParent());
            Files.deleteIfExists(plan.pidFile());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(plan.directory().toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
            builder.environment().putAll(plan.environment());
            Process guard = builder.start();
            return new ChildProcess(plan.name(), guard, awaitProgram(guard), new LogFile(plan.log()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + plan.name(), e);
        }
    }

    /** {@return the short name} */
    public String name() {
        return name;
    }

    /** {@return the log file} */
    public Path log() {
        return log.path();
    }

    /** {@return the last lines of the log, for messages} */
    public String lastWords() {
        try {
            return log.lastLines(LAST_LINES);
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    /** {@return whether the program runs} */
    public boolean isAlive() {
        return guard.isAlive();
    }

    /** {@return the program itself, empty when it could not be started} */
    public Optional<ProcessHandle> program() {
        return program;
    }

    // The handle is kept from the start: it knows the start time and never means a later process of the same number.
    private static Optional<ProcessHandle> awaitProgram(Process guard) throws IOException {
        try (BufferedReader announced = guard.errorReader(StandardCharsets.US_ASCII)) {
            String pid = announced.readLine();
            return pid == null ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        }
    }

    /** {@return completes with the exit code when the program ended} */
    public CompletableFuture<Integer> onExit() {
        return guard.onExit().thenApply(Process::exitValue);
    }

    /**
     * Stops the program in order, and by force when it does not end in time.
     *
     * @param patience how long to wait for the orderly end
     */
    public void stop(Duration patience) {
        closePipe();
        if (!endsWithin(patience)) {
            kill();
        }
        program.ifPresent(handle -> awaitEnd(handle, patience));
    }

    /** Kills the program at once (SIGKILL), as a crash would. */
    public void kill() {
        program.ifPresent(ProcessHandle::destroyForcibly);
        if (!endsWithin(Duration.ofSeconds(5))) {
            guard.destroyForcibly();
        }
        closePipe();
        program.ifPresent(handle -> awaitEnd(handle, Duration.ofSeconds(5)));
    }

    private void closePipe() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            // The guard is gone already, and the pipe with it.
        }
    }

    private boolean endsWithin(Duration patience) {
        try {
            return guard.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void awaitEnd(ProcessHandle handle, Duration patience) {
        // A guard that was killed itself leaves the program to this fallback.
        if (CommandLines.runs(handle)) {
            handle.destroy();
            CommandLines.awaitEnd(List.of(handle), patience);
            if (CommandLines.runs(handle)) {
                handle.destroyForcibly();
            }
        }
    }
}
