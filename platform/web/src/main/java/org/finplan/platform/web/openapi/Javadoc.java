package org.finplan.platform.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Javadoc of a class, as the compiler's processor (therapi-runtime-javadoc-scribe) has put it beside the class.
 *
 * @param text what it says before its tags, or null
 * @param parameters what {@code @param} says, by name
 */
record Javadoc(String text, Map<String, String> parameters) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
    private static final Pattern INLINE = Pattern.compile("\\{@(?:code|link|linkplain|literal)\\s+([^}]+)}");

    /** Reads the Javadoc of a class; a class without has an empty one. */
    static Javadoc of(String className) {
        String resource = className.replace('.', '/') + "__Javadoc.json";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return in == null
                    ? new Javadoc(null, Map.of())
                    : parse(JSON.readTree(in).path("doc").asText());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }

    /** Takes a comment apart. */
    static Javadoc parse(String comment) {
        List<MatchResult> tags = TAG.matcher(comment).results().toList();
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            int end = i + 1 < tags.size() ? tags.get(i + 1).start() : comment.length();
            String[] words = comment.substring(tags.get(i).end(), end).strip().split("\\s+", 2);
            if (tags.get(i).group(1).equals("param") && words.length == 2) {
                parameters.put(words[0], words(words[1]));
            }
        }
        String text = comment.substring(
                0, tags.isEmpty() ? comment.length() : tags.get(0).start());
        return new Javadoc(sentence(text), parameters);
    }

    String parameter(String name) {
        return parameters.get(name);
    }

    private static String sentence(String raw) {
        String words = words(raw);
        return words.isEmpty() ? null : words;
    }

    private static String words(String raw) {
        return INLINE.matcher(raw)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1).strip()))
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
