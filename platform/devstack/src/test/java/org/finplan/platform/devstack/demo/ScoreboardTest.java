package org.finplan.platform.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScoreboardTest {

    @Test
    void showsFiguresAsTheyAreAndTheirAbsenceInWords() throws Exception {
        JsonNode indicator = json("""
                {"number": 13, "name": {"zh": "绿色信贷余额", "en": "Green credit balance"}, "unit": "CNY_100M",
                 "targets": [{"comparator": "ge", "value": 351}]}
                """);
        TreeMap<Integer, List<JsonNode>> years = new TreeMap<>();
        years.put(2024, List.of(json("{\"state\": \"no-data\", \"actual\": null}")));
        years.put(
                2025,
                List.of(
                        json(
                                "{\"state\": \"achieved\", \"comparability\": \"unconfirmed\", \"actual\": {\"value\": 459}}")));

        List<String> lines = new Scoreboard(List.of(indicator), years).lines();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(2)).contains("13 绿色信贷余额", "≥ 351", "无数据", "459 已达标?");
        assertThat(lines.get(3)).contains("Green credit balance", "CNY_100M", "no data", "achieved?");
        assertThat(lines).allSatisfy(line -> assertThat(TextWidth.of(line)).isEqualTo(TextWidth.of(lines.get(0))));
    }

    private static JsonNode json(String text) throws Exception {
        return new JsonMapper().readTree(text);
    }
}
