package org.finplan.benchmarks.facts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What to measure, and for how long.
 *
 * @param root of the repository
 * @param data where the loaded databases stay for the next run, or null for a place that is deleted at the end
 * @param places series of a region in the large database, 60 periods of 5 versions each
 * @param rounds how often each reader is measured
 * @param seconds length of one measurement
 * @param writesOnly whether reports of figures alone are measured, without loading anything
 */
record Options(Path root, Path data, int places, int rounds, int seconds, boolean writesOnly) {

    /** 33,600 places of 60 periods of 5 versions: 10,080,000 versions. */
    private static final int TEN_MILLION = 33_600;

    private static final int ONE_MILLION = 3_360;

    /**
     * Reads the command line.
     *
     * @param arguments {@code --root DIR [--short] [--writes] [--data-dir DIR] [--rounds N] [--seconds N]}
     * @return the options
     * @throws IllegalArgumentException that says what is not understood
     */
    static Options parse(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean brief = words.remove("--short");
        boolean writesOnly = words.remove("--writes");
        Path root = Path.of(take(words, "--root", "."));
        int places = brief ? ONE_MILLION : TEN_MILLION;
        String data = take(words, "--data-dir", null);
        int rounds = number(words, "--rounds", brief ? 3 : 7);
        int seconds = number(words, "--seconds", brief ? 1 : 2);
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("not understood: " + String.join(" ", words));
        }
        // Databases of another size stay beside it.
        Path kept = data == null ? null : Path.of(data).toAbsolutePath().resolve("facts-" + places);
        return new Options(root, kept, places, rounds, seconds, writesOnly);
    }

    private static int number(List<String> words, String name, int otherwise) {
        String text = take(words, name, Integer.toString(otherwise));
        if (!text.matches("[1-9]\\d?")) {
            throw new IllegalArgumentException(name + " is a number from 1 to 99");
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
}
