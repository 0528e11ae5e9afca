package org.finplan.tasks.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields of an entry of the history, each before and after. */
class ChangedFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aChangeShowsWhatIsOtherwise() {
        assertThat(fields(
                        "{\"due_date\":null,\"lead\":\"a\"}",
                        "{\"id\":\"t1\",\"due_date\":\"2026-03-31\",\"lead\":null}"))
                .containsExactly("dueDate null \"2026-03-31\"", "lead \"a\" null");
    }

    @Test
    void aNewThingShowsAllThatItSays() {
        assertThat(fields(null, "{\"title_zh\":\"演示样本\",\"lead\":null,\"regions\":[],\"retired_in\":1}"))
                .containsExactly("titleZh null \"演示样本\"", "retiredIn null 1");
    }

    @Test
    void aThingThatIsGoneShowsWhatItSaid() {
        assertThat(fields("{\"planned\":\"2026-03-31\",\"note\":null}", null))
                .containsExactly("planned \"2026-03-31\" null");
    }

    private static List<String> fields(String before, String after) {
        return ChangedFields.of(parse(before), parse(after)).stream()
                .map(field -> field.field() + " " + field.before() + " " + field.after())
                .toList();
    }

    private static JsonNode parse(String json) {
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
