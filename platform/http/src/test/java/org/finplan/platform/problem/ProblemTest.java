package org.finplan.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.finplan.platform.events.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    private static final LocalizedText TEXT = new LocalizedText("中文", "English");

    @Test
    void writesTheMembersOfTheStandardAndItsOwn() throws IOException {
        ProblemError error = new ProblemError("/items/0/unit", "万", "unknown-unit", TEXT, List.of("CNY"));
        Problem problem = Problem.of(WebError.NOT_FOUND, TEXT, List.of(error), true, "/api/v1/x", "abc");

        JsonNode json = new ObjectMapper().readTree(problem.toJson());

        assertThat(json.get("type").textValue()).isEqualTo("urn:finplan:problem:not-found");
        assertThat(json.get("title").textValue()).isEqualTo("Not found");
        assertThat(json.get("status").intValue()).isEqualTo(404);
        assertThat(json.get("detail").textValue()).isEqualTo("English");
        assertThat(json.get("instance").textValue()).isEqualTo("/api/v1/x");
        assertThat(json.get("traceId").textValue()).isEqualTo("abc");
        assertThat(json.at("/errors/0/message").textValue()).isEqualTo("English");
        assertThat(json.at("/errors/0/accepted/0").textValue()).isEqualTo("CNY");
    }

    @Test
    void shortensWhatWasSentAndWhatIsAccepted() {
        List<String> many = IntStream.range(0, 60).mapToObj(Integer::toString).toList();

        ProblemError error = new ProblemError("/x", "9".repeat(400), "x", TEXT, many);

        assertThat(error.value()).hasSize(201);
        assertThat(error.accepted()).hasSize(50);
    }

    @ParameterizedTest
    @EnumSource(WebError.class)
    void hasCodesThatKeepTheirForm(WebError error) {
        assertThat(error.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(error.status()).isBetween(400, 599);
        assertThat(error.title().zh()).isNotBlank();
        assertThat(error.title().en()).isNotBlank();
        assertThat(WebError.ofStatus(error.status())).isPresent();
    }

    @Test
    void hasEachCodeOnce() {
        Set<String> codes = new HashSet<>();
        assertThat(Arrays.stream(WebError.values()).map(WebError::code)).allMatch(codes::add);
    }
}
