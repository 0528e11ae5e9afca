package org.finplan.platform.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The indicators of the plan against their targets, one column for each year. */
final class Scoreboard {

    private static final int NAME = 30;
    private static final int TARGET = 16;
    private static final int CELL = 14;
    /** Beside a state whose value and target are not plainly comparable. */
    static final String MARK = "?";

    private static final Map<String, String> COMPARATORS =
            Map.of("ge", "≥ ", "gt", "> ", "le", "≤ ", "lt", "< ", "aim", "→ ");

    private final List<JsonNode> indicators;
    private final SortedMap<Integer, List<JsonNode>> years;

    /**
     * Sets up the board.
     *
     * @param indicators definitions in the order of the plan
     * @param years judgements by year, in the same order
     */
    Scoreboard(List<JsonNode> indicators, SortedMap<Integer, List<JsonNode>> years) {
        this.indicators = indicators;
        this.years = years;
    }

    /** {@return the board as lines: for each indicator one in Chinese and one in English} */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(TextWidth.left("指标 / indicator", NAME) + "  ");
        head.append(TextWidth.left("目标 / target", TARGET));
        years.keySet().forEach(year -> head.append(TextWidth.right(year.toString(), CELL)));
        lines.add(head.toString());
        lines.add("─".repeat(TextWidth.of(head.toString())));
        for (int i = 0; i < indicators.size(); i++) {
            add(lines, i);
        }
        return lines;
    }

    private void add(List<String> lines, int index) {
        JsonNode indicator = indicators.get(index);
        String number = TextWidth.right(indicator.path("number").asText(), 2) + " ";
        StringBuilder zh = new StringBuilder(number + name(indicator, "zh")).append("  ");
        StringBuilder en = new StringBuilder("   " + name(indicator, "en")).append("  ");
        zh.append(TextWidth.left(target(indicator), TARGET));
        en.append(TextWidth.left(TextWidth.cut(indicator.path("unit").asText(), TARGET - 1), TARGET));
        years.values().forEach(judgements -> {
            JsonNode judgement = judgements.get(index);
            State state = State.of(judgement.path("state").asText());
            JsonNode value = judgement.at("/actual/value");
            String mark = isMarked(judgement) ? MARK : "";
            zh.append(TextWidth.right(
                    (value.isNumber() ? value.decimalValue().toPlainString() + " " : "") + state.zh() + mark, CELL));
            en.append(TextWidth.right(state.en() + mark, CELL));
        });
        lines.add(zh.toString());
        lines.add(en.toString());
    }

    /** Whether value, target and baseline are by definitions that cannot plainly be compared. */
    private static boolean isMarked(JsonNode judgement) {
        JsonNode comparability = judgement.path("comparability");
        return comparability.isTextual() && !comparability.asText().equals("comparable");
    }

    private static String name(JsonNode indicator, String language) {
        return TextWidth.left(TextWidth.cut(indicator.at("/name/" + language).asText(), NAME - 3), NAME - 3);
    }

    private static String target(JsonNode indicator) {
        JsonNode target = indicator.path("targets").path(0);
        JsonNode value = target.path("value");
        if (!value.isNumber()) {
            return "低于全省 < prov.";
        }
        return COMPARATORS.getOrDefault(target.path("comparator").asText(), "")
                + value.decimalValue().toPlainString();
    }
}
