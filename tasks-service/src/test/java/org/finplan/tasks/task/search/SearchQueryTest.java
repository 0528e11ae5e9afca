package org.finplan.tasks.task.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requirement T26: a query is read as its writer means it. */
class SearchQueryTest {

    @Test
    @Tag("T26")
    void spacesPunctuationAndScriptsPartWords() {
        assertThat(SearchQuery.words("绿色，信贷　Green")).containsExactly("绿色", "信贷", "green");
        assertThat(SearchQuery.words("绿色credit余额")).containsExactly("绿色", "credit", "余额");
        assertThat(SearchQuery.words("P2P网贷 2025年 30%")).containsExactly("p2p", "网贷", "2025年", "30%");
        assertThat(SearchQuery.words("。 ，")).isEmpty();
    }

    @Test
    @Tag("T26")
    void whatIsQuotedStaysTogetherAndFillersAreLeftOut() {
        assertThat(SearchQuery.words("\"green loans\" 推广")).containsExactly("green loans", "推广");
        assertThat(SearchQuery.words("growth of the loans")).containsExactly("growth", "loans");
        assertThat(SearchQuery.words("of the")).containsExactly("of", "the");
        assertThat(SearchQuery.words("\"\" \"")).isEmpty();
    }

    @Test
    @Tag("T26")
    void aWordOfOneCharacterIsLookedForByItself() {
        assertThat(SearchQuery.grams("绿")).containsExactly("绿");
        assertThat(SearchQuery.grams("绿色信贷")).containsExactly("绿色", "色信", "信贷");
    }

    @Property(tries = 500)
    @net.jqwik.api.Tag("T26")
    void theIndexHoldsAllThatAnyWordOfATextIsLookedForBy(@ForAll @StringLength(max = 60) String text) {
        String normalized = SearchText.normalize(text);
        for (String word : SearchQuery.words(text)) {
            if (normalized.contains(word)) {
                assertThat(SearchText.grams(normalized)).containsAll(SearchQuery.grams(word));
            }
        }
    }
}
