package org.finplan.benchmarks.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What to measure, and for how long.
 *
 * @param root of the repository
 * @param rounds how often each peer is measured
 * @param seconds length of one measurement
 * @param warmUp seconds of load before the first, while the JVMs compile
 * @param pinned whether the proxy has a processor of its own; otherwise load, proxy and backend share all of them
 */
record Options(Path root, int rounds, int seconds, int warmUp, boolean pinned) {

    private static final int LONGEST = 60;

    /**
     * Reads the command line.
     *
     * @param arguments {@code --root DIR [--short] [--pinned] [--rounds N] [--seconds N] [--warm-up N]}
     * @return the options
     * @throws IllegalArgumentException that says what is not understood
     */
    static Options parse(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean brief = words.remove("--short");
        boolean pinned = words.remove("--pinned");
        Path root = Path.of(take(words, "--root", "."));
        int rounds = number(words, "--rounds", brief ? 3 : 7);
        int seconds = number(words, "--seconds", brief ? 2 : 4);
        int warmUp = number(words, "--warm-up", brief ? 6 : 12);
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("not understood: " + String.join(" ", words));
        }
        return new Options(root, rounds, seconds, warmUp, pinned);
    }

    private static int number(List<String> words, String name, int otherwise) {
        String text = take(words, name, Integer.toString(otherwise));
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LONGEST) {
            throw new IllegalArgumentException(name + " is a number from 1 to " + LONGEST);
        }
        return Integer.parseInt(text);
    }

    private static String take(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 == words.size()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        words.remove(at);
        return words.remove(at);
    }

    /** {@return what begins the command of a proxy} */
    List<String> proxyProcessor() {
        return pinned ? List.of("taskset", "-c", "0") : List.of();
    }

    /** {@return what begins the command of the load generator and of the backend} */
    List<String> otherProcessors() {
        return pinned ? List.of("taskset", "-c", "1") : List.of();
    }

    /** {@return processors that a proxy may use} */
    int proxyProcessors() {
        return pinned ? 1 : Runtime.getRuntime().availableProcessors();
    }
}
