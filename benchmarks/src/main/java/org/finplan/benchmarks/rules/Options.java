package org.finplan.benchmarks.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What to measure, and how much of it.
 *
 * @param root of the repository
 * @param institutions how many institutions report
 * @param rounds how often each is measured
 * @param evaluationOnly whether the evaluation alone is measured, without a database
 */
record Options(Path root, int institutions, int rounds, boolean evaluationOnly) {

    private static final int ALL = 1_000;
    private static final int FEW = 200;

    /**
     * Reads the command line.
     *
     * @param arguments {@code --root DIR [--short] [--evaluation] [--rounds N]}
     * @return the options
     * @throws IllegalArgumentException that says what is not understood
     */
    static Options parse(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean brief = words.remove("--short");
        boolean evaluationOnly = words.remove("--evaluation");
        Path root = Path.of(take(words, "--root", "."));
        String rounds = take(words, "--rounds", brief ? "3" : "7");
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("not understood: " + String.join(" ", words));
        }
        if (!rounds.matches("[1-9]\\d?")) {
            throw new IllegalArgumentException("--rounds is a number from 1 to 99");
        }
        return new Options(root, brief ? FEW : ALL, Integer.parseInt(rounds), evaluationOnly);
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
}
