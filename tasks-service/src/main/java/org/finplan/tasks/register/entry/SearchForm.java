package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.finplan.tasks.task.search.SearchText;

/**
 * What a search looks at: both names and every text of the fields.
 *
 * @param text in normal form
 * @param grams pairs of neighbouring characters of it
 */
public record SearchForm(String text, Set<String> grams) {

    /**
     * Prepares an entry.
     *
     * @param content what it says
     * @return its texts
     */
    public static SearchForm of(Entry.Content content) {
        List<String> texts = Stream.concat(
                        Stream.of(content.name().zh(), content.name().en()), texts(content.fields()))
                .map(SearchText::normalize)
                .distinct()
                .toList();
        Set<String> grams = new LinkedHashSet<>();
        texts.forEach(text -> grams.addAll(SearchText.pairs(text)));
        return new SearchForm(String.join("\n", texts), grams);
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return Stream.of(node.textValue());
        }
        Stream.Builder<Stream<String>> inside = Stream.builder();
        node.forEach(one -> inside.add(texts(one)));
        return inside.build().flatMap(texts -> texts);
    }
}
