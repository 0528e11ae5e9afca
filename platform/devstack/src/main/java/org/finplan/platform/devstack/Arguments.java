package org.finplan.platform.devstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.finplan.platform.devstack.stack.StackException;

/**
 * What was typed after {@code ./finplan}.
 *
 * @param command what to do
 * @param dataDirectory absolute directory of the stack
 * @param port port of the gateway
 * @param detach whether to return once the stack is ready
 * @param operand the service of {@code logs}, the user of {@code token}
 */
record Arguments(Command command, Path dataDirectory, int port, boolean detach, Optional<String> operand) {

    static final String USAGE = """
            ./finplan up [--detach] [--data-dir DIR] [--port N]   build what is stale, start, wait until ready
            ./finplan down                                        stop
            ./finplan status                                      what runs, and how it is
            ./finplan logs [SERVICE]                              logs
            ./finplan reset                                       stop and delete all data
            ./finplan token USER                                  an access token of a demo user
            ./finplan demo                                        the main job, told step by step
            ./finplan plan check DIR                              everything that is wrong with a plan package
            ./finplan plan diff PLAN PLAN                         what differs between two
            ./finplan plan new CODE --from PLAN [DIR]             a package to write
            Every command but plan takes --data-dir DIR (default .finplan beside this script).""";

    private static final int DEFAULT_PORT = 8080;

    /** The commands. */
    enum Command {
        UP(false),
        DOWN(false),
        STATUS(false),
        LOGS(false),
        RESET(false),
        TOKEN(true),
        DEMO(false);

        private final boolean needsOperand;

        Command(boolean needsOperand) {
            this.needsOperand = needsOperand;
        }

        private boolean takesOperand() {
            return needsOperand || this == LOGS;
        }
    }

    /**
     * Reads the words.
     *
     * @param words the words after {@code ./finplan}
     * @param defaultDirectory directory to use without {@code --data-dir}
     * @return what they mean
     * @throws StackException when they mean nothing
     */
    static Arguments parse(List<String> words, Path defaultDirectory) {
        if (words.isEmpty()) {
            throw new StackException(USAGE);
        }
        Command command = command(words.get(0));
        Path directory = defaultDirectory;
        int port = DEFAULT_PORT;
        boolean detach = false;
        List<String> operands = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--data-dir")) {
                directory = Path.of(value(words, ++i, word));
            } else if (word.equals("--port") && command == Command.UP) {
                port = port(value(words, ++i, word));
            } else if (word.equals("--detach") && command == Command.UP) {
                detach = true;
            } else if (word.startsWith("-") || !command.takesOperand() || !operands.isEmpty()) {
                throw new StackException("finplan " + words.get(0) + " does not know " + word + "\n\n" + USAGE);
            } else {
                operands.add(word);
            }
        }
        if (command.needsOperand && operands.isEmpty()) {
            throw new StackException("finplan " + words.get(0) + " needs a name\n\n" + USAGE);
        }
        return new Arguments(
                command,
                directory.toAbsolutePath().normalize(),
                port,
                detach,
                operands.stream().findFirst());
    }

    private static Command command(String word) {
        for (Command command : Command.values()) {
            if (command.name().toLowerCase(Locale.ROOT).equals(word)) {
                return command;
            }
        }
        throw new StackException("there is no command " + word + "\n\n" + USAGE);
    }

    private static String value(List<String> words, int index, String option) {
        if (index >= words.size()) {
            throw new StackException(option + " needs a value\n\n" + USAGE);
        }
        return words.get(index);
    }

    private static int port(String word) {
        try {
            int port = Integer.parseInt(word);
            if (port > 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Not a number is told the same way as a number out of range.
        }
        throw new StackException("--port needs a number from 1 to 65535, not " + word);
    }
}
