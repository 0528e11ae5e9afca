package org.finplan.tasks.task.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts prepared for search in both languages: one form for upper and lower case, full and half width, and the pairs of
 * neighbouring characters that an index is built on. Whatever contains a word contains all its pairs, so the index finds a
 * superset and the text itself decides.
 */
public final class SearchText {

    private SearchText() {}

    /**
     * Brings a text into the form that is compared.
     *
     * @param text any text
     * @return its normal form, with single spaces
     */
    public static String normalize(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /**
     * Cuts a text into the pairs of neighbouring characters within its words.
     *
     * @param normalized a text in normal form
     * @return its pairs; a word of one character has none
     */
    public static Set<String> pairs(String normalized) {
        return words(normalized).stream()
                .flatMap(word -> pairsOf(word).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Lists the characters of a text.
     *
     * @param normalized a text in normal form
     * @return its characters without spaces
     */
    static Set<String> characters(String normalized) {
        return normalized
                .codePoints()
                .filter(point -> !Character.isWhitespace(point))
                .mapToObj(Character::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Cuts a text into all that an index is built on which serves words of any length.
     *
     * @param normalized a text in normal form
     * @return its characters and its pairs
     */
    public static Set<String> grams(String normalized) {
        Set<String> grams = characters(normalized);
        grams.addAll(pairs(normalized));
        return grams;
    }

    /**
     * Splits a query into its words, all of which must be found.
     *
     * @param normalized a query in normal form
     * @return its words
     */
    public static List<String> words(String normalized) {
        return Arrays.stream(normalized.split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> pairsOf(String word) {
        int[] points = word.codePoints().toArray();
        return IntStream.range(0, Math.max(points.length - 1, 0))
                .mapToObj(i -> new String(points, i, 2))
                .toList();
    }
}
