package org.finplan.tasks.task.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader looks for: words in Chinese, English or both, all of which must be found, in any order. Spaces and
 * punctuation part words, and so does the change from Chinese to Latin letters, because writers put a space there or not.
 * What stands in double quotes is looked for as it stands.
 */
public final class SearchQuery {

    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");
    private static final Pattern PUNCTUATION = Pattern.compile("[,;:!?()\\[\\]{}。、《》〈〉「」『』【】“”‘’…]+");
    private static final Pattern SCRIPTS =
            Pattern.compile("(?<=\\p{IsHan})(?=\\p{IsLatin})|(?<=\\p{IsLatin})(?=\\p{IsHan})");
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,}");

    /** Words that say nothing by themselves; they are left out unless there is nothing else. */
    private static final Set<String> FILLERS = Set.of(
            "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with");

    private SearchQuery() {}

    /**
     * Reads a query.
     *
     * @param query as the reader wrote it
     * @return its words in normal form, each once, in the order of the query; none when it holds no more than punctuation
     */
    public static List<String> words(String query) {
        Set<String> words = new LinkedHashSet<>();
        Matcher parts = PART.matcher(SearchText.normalize(query));
        while (parts.find()) {
            if (parts.group(1) == null) {
                words.addAll(words(PUNCTUATION.split(parts.group(2))));
            } else {
                words.add(parts.group(1).strip());
            }
        }
        words.remove("");
        List<String> telling =
                words.stream().filter(word -> !FILLERS.contains(word)).toList();
        return telling.isEmpty() ? List.copyOf(words) : telling;
    }

    /**
     * What the index is asked for.
     *
     * @param word a word in normal form
     * @return its pairs of characters, or the only character it has; all of them stand in whatever contains the word
     */
    static Set<String> grams(String word) {
        Set<String> pairs = SearchText.pairs(word);
        return pairs.isEmpty() ? SearchText.characters(word) : pairs;
    }

    /**
     * Whether a word is English, so that its other forms are looked for too.
     *
     * @param word a word in normal form
     * @return whether it has Latin letters only, two or more
     */
    static boolean isEnglish(String word) {
        return ENGLISH.matcher(word).matches();
    }

    private static List<String> words(String[] parts) {
        List<String> words = new ArrayList<>();
        for (String part : parts) {
            words.addAll(List.of(SCRIPTS.split(part)));
        }
        return words;
    }
}
