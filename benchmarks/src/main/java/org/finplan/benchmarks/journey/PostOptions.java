package org.finplan.benchmarks.journey;

import java.nio.file.Path;
import java.util.List;

/**
 * What a benchmark that posts to a running stack is asked for.
 *
 * @param dataDirectory where the stack keeps its data
 * @param posts how many posts are measured
 * @param warmUp how many come before
 */
public record PostOptions(Path dataDirectory, int posts, int warmUp) {

    /**
     * Reads the words of a command.
     *
     * @param words {@code [--data-dir DIR] [--posts N] [--warm-up N]}
     * @param posts how many posts without a word of it
     * @param warmUp how many before, without a word of it
     * @return the options
     */
    public static PostOptions parse(List<String> words, int posts, int warmUp) {
        PostOptions options = new PostOptions(Path.of(".finplan"), posts, warmUp);
        for (int i = 0; i < words.size(); i += 2) {
            options = options.with(words.get(i), i + 1 < words.size() ? words.get(i + 1) : "");
        }
        return new PostOptions(options.dataDirectory.toAbsolutePath(), options.posts, options.warmUp);
    }

    private PostOptions with(String word, String value) {
        return switch (word) {
            case "--data-dir" -> new PostOptions(Path.of(value), posts, warmUp);
            case "--posts" -> new PostOptions(dataDirectory, Integer.parseInt(value), warmUp);
            case "--warm-up" -> new PostOptions(dataDirectory, posts, Integer.parseInt(value));
            default -> throw new IllegalArgumentException("unknown option " + word);
        };
    }
}
