package org.finplan.systemtests.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is read out of the documents; that the calls succeed is tried on a running suite by {@code ExamplesIT}. */
class DocumentedCallsTest {

    @Test
    void aCallIsReadAsAShellWouldReadIt() {
        List<DocumentedCall> calls = DocumentedCalls.of("a.md", """
                ```sh
                OFFICER=$(./finplan token district-441202)
                curl -s -X POST "$GATEWAY/api/v1/things" \\
                  -H "Authorization: Bearer $OFFICER" -H "Content-Type: application/json" \\
                  -d '{"name":"a b",
                       "size":1}'
                curl -H "Accept-Language: en" "$GATEWAY/api/v1/alerts?limit=1" -o file
                ls
                ```
                """);
        DocumentedCall post = calls.get(0);
        assertThat(post.user()).contains("district-441202");
        assertThat(post.method()).isEqualTo("POST");
        assertThat(post.path()).isEqualTo("/api/v1/things");
        assertThat(post.headers()).isEqualTo(Map.of("Content-Type", "application/json"));
        assertThat(post.body()).hasValueSatisfying(body -> assertThat(body)
                .isEqualToIgnoringWhitespace("{\"name\":\"a b\",\"size\":1}"));
        assertThat(calls)
                .last()
                .isEqualTo(new DocumentedCall(
                        "a.md",
                        Optional.empty(),
                        "GET",
                        "/api/v1/alerts?limit=1",
                        Map.of("Accept-Language", "en"),
                        Optional.empty()));
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).isRefused()).isFalse();
        assertThat(calls.get(1).isRefused()).isTrue();
    }

    @Test
    void theDocumentsShowCalls() {
        assertThat(DocumentedCalls.all())
                .hasSizeGreaterThan(12)
                .allSatisfy(call -> assertThat(call.path()).as("%s", call).startsWith("/"))
                .anyMatch(call ->
                        call.document().equals("docs/api.md") && call.method().equals("POST"));
    }

    @Test
    void everyBodyAndEveryJsonThatIsShownIsJson() {
        ObjectMapper mapper = new ObjectMapper();
        DocumentedCalls.all().forEach(call -> call.body().ifPresent(body -> assertThatCode(() -> mapper.readTree(body))
                .as("%s", call)
                .doesNotThrowAnyException()));
        Map<String, String> blocks = DocumentedCalls.blocks("json");
        assertThat(blocks).isNotEmpty();
        blocks.forEach((place, text) ->
                assertThatCode(() -> mapper.readTree(text)).as(place).doesNotThrowAnyException());
    }
}
