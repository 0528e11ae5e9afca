package org.finplan.platform.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void keepsTheMembersThatMatterInItemsAndInsideEachOther() throws Exception {
        JsonNode node = json("""
                {"items": [{"id": 1, "noise": 2, "title": {"zh": "题", "en": "t"}, "evidence": {"id": 7, "more": 8}, "other": {"id": 9}}],
                 "nextCursor": null}
                """);
        assertThat(Excerpt.of(node, 3, Set.of("id", "title", "evidence")))
                .containsExactly(
                        "{\"items\": [{\"id\": 1, \"title\": {\"zh\": \"题\", \"en\": \"t\"}, \"evidence\": {\"id\": 7}}]}");
    }

    @Test
    void showsTheFirstItemsOfALongListAndSaysHowManyFollow() throws Exception {
        assertThat(Excerpt.of(json("[1, 2, 3, 4, 5]"), 2, Set.of()))
                .containsExactly("[", "  1,", "  2,", "  … 另有 3 项 / 3 more", "]");
    }

    @Test
    void breaksLongObjectsAndKeepsEveryDigit() throws Exception {
        String text = "长".repeat(60);
        assertThat(Excerpt.of(json("{\"value\": 459.10, \"text\": \"" + text + "\"}"), 3, Set.of()))
                .containsExactly("{", "  \"value\": 459.10,", "  \"text\": \"" + text + "\"", "}");
    }

    private static JsonNode json(String text) throws Exception {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(com.fasterxml.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build()
                .readTree(text);
    }
}
