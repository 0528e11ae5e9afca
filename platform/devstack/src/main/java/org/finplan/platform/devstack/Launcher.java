package org.finplan.platform.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.finplan.platform.devstack.demo.Demo;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.process.LogFile;
import org.finplan.platform.devstack.stack.DataDirectory;
import org.finplan.platform.devstack.stack.DetachedStart;
import org.finplan.platform.devstack.stack.Endpoints;
import org.finplan.platform.devstack.stack.StackControl;
import org.finplan.platform.devstack.stack.StackException;

/** The commands of {@code ./finplan}; the script builds what is stale and starts this. */
public final class Launcher {

    private static final String REQUESTED_AT = "finplan.requested-at";
    private static final int LAST_LINES = 40;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Path root;
    private final Arguments arguments;
    private final DataDirectory directory;

    private Launcher(Path root, Arguments arguments) {
        this.root = root;
        this.arguments = arguments;
        this.directory = new DataDirectory(arguments.dataDirectory());
    }

    /**
     * Runs a command and ends the process: 0 done, 1 failed, 2 not understood.
     *
     * @param words the words after {@code ./finplan}
     */
    public static void main(String... words) {
        Path root = Path.of(System.getProperty("finplan.root", ".")).toAbsolutePath();
        System.exit(run(root, List.of(words)));
    }

    private static int run(Path root, List<String> words) {
        Arguments arguments;
        try {
            arguments = Arguments.parse(words, root.resolve(".finplan"));
        } catch (StackException e) {
            System.err.println(e.getMessage());
            return MISUSED;
        }
        try {
            return new Launcher(root, arguments).run() ? 0 : FAILED;
        } catch (StackException e) {
            System.err.println(e.getMessage());
            return FAILED;
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage() + ": " + e.getCause().getMessage());
            return FAILED;
        }
    }

    private boolean run() {
        StackControl control = new StackControl(root, directory, System.out);
        return switch (arguments.command()) {
            case UP -> up(control);
            case DOWN -> {
                System.out.println(control.down() ? "stopped" : "nothing runs in " + directory.path());
                yield true;
            }
            case STATUS -> control.status();
            case LOGS -> logs();
            case RESET -> {
                control.reset();
                System.out.println("deleted the data in " + directory.path());
                yield true;
            }
            case TOKEN -> {
                System.out.println(token(arguments.operand().orElseThrow()));
                yield true;
            }
            case DEMO -> demo();
        };
    }

    private boolean up(StackControl control) {
        Instant since = DetachedStart.requestedAt(REQUESTED_AT);
        if (arguments.detach()) {
            return new DetachedStart(directory, System.out).start(detachedCommand(since));
        }
        control.run(arguments.port(), since);
        return true;
    }

    private List<String> detachedCommand(Instant since) {
        List<String> command = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            command.add(setsid.toString());
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-D" + REQUESTED_AT + "=" + since.toEpochMilli());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName(), "up"));
        command.addAll(List.of("--data-dir", directory.path().toString()));
        command.addAll(List.of("--port", Integer.toString(arguments.port())));
        return command;
    }

    private String token(String user) {
        DemoUser known = DemoUser.find(user)
                .orElseThrow(
                        () -> new StackException("there is no demo user " + user + "; there are " + DemoUser.names()));
        String issuer = Endpoints.read(directory.path()).issuer();
        return AccessTokens.of(directory.path(), issuer).sign(known);
    }

    private boolean demo() {
        URI gateway = URI.create(Endpoints.read(directory.path()).gateway());
        return Demo.run(gateway, this::token, root.resolve("docs/zq-fin-15fyp-sample"), System.out) == 0;
    }

    private boolean logs() {
        try (Stream<Path> files = Files.exists(directory.logs()) ? Files.list(directory.logs()) : Stream.empty()) {
            List<Path> logs = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
            if (arguments.operand().isPresent()) {
                String name = arguments.operand().get() + ".log";
                Path log = logs.stream()
                        .filter(file -> file.getFileName().toString().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new StackException("there is no log of "
                                + arguments.operand().get() + " in " + directory.logs() + "; there are " + logs));
                new LogFile(log).copyTo(System.out);
            } else {
                for (Path log : logs) {
                    System.out.println("== " + log + " (last lines)");
                    System.out.println(new LogFile(log).lastLines(LAST_LINES));
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the logs", e);
        }
    }
}
