package org.finplan.tasks.task.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requirement T26: words of both languages are found, whatever their width and case. */
class SearchTextTest {

    @Test
    @Tag("T26")
    void widthCaseAndSpacesDoNotMatter() {
        assertThat(SearchText.normalize(" Ｇreen  CREDIT\n贷款 ")).isEqualTo("green credit 贷款");
    }

    @Test
    @Tag("T26")
    void chineseWordOfTwoCharactersHasOnePair() {
        assertThat(SearchText.pairs("贷款")).containsExactly("贷款");
        assertThat(SearchText.pairs("绿")).isEmpty();
    }

    @Property(tries = 500)
    @net.jqwik.api.Tag("T26")
    void indexFindsEveryTextThatContainsTheWord(
            @ForAll @StringLength(min = 1, max = 40) String text,
            @ForAll @IntRange(max = 39) int from,
            @ForAll @IntRange(min = 1, max = 40) int length) {
        String normalized = SearchText.normalize(text);
        int[] points = normalized.codePoints().toArray();
        int start = Math.min(from, points.length);
        int end = Math.min(start + length, points.length);
        String query = SearchText.normalize(new String(points, start, end - start));
        for (String word : SearchText.words(query)) {
            if (normalized.contains(word)) {
                assertThat(SearchText.pairs(normalized)).containsAll(SearchText.pairs(word));
            }
        }
    }
}
