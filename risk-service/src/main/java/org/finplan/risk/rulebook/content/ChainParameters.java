package org.finplan.risk.rulebook.content;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.finplan.risk.rule.ChainThreshold;
import org.finplan.risk.rule.ChainThresholds;
import org.finplan.risk.rule.Level;

/** Reads the numbers and the levels of a rule about guarantee chains. */
final class ChainParameters {

    /** Wages, taxes, interest and fees. */
    private static final int MOST_STEPS = 4;

    private static final List<String> OF_ANY_RULE = List.of("pending", "hold", "clearBelow");

    private final String rule;
    private final Faults faults;

    ChainParameters(String rule, Faults faults) {
        this.rule = rule;
        this.faults = faults;
    }

    ChainThresholds thresholds(@Nullable Map<String, BigDecimal> parameters) {
        Map<String, BigDecimal> sent = new TreeMap<>(parameters == null ? Map.of() : parameters);
        Map<ChainThreshold, BigDecimal> named = new EnumMap<>(ChainThreshold.class);
        for (ChainThreshold threshold : ChainThreshold.of(rule)) {
            BigDecimal value = sent.remove(threshold.code());
            if (value == null) {
                continue;
            }
            if (threshold.takes(value)) {
                named.put(threshold, value);
            } else {
                faults.add(
                        RuleError.INVALID,
                        "/parameters/" + threshold.code(),
                        value.toPlainString(),
                        threshold.isWhole() ? "须为范围内的整数" : "须在范围内",
                        threshold.isWhole() ? "this is a whole number of the range" : "this lies in the range",
                        List.of(threshold.accepted()));
            }
        }
        refuseOthers(sent.keySet());
        return new ChainThresholds(named);
    }

    private void refuseOthers(Set<String> names) {
        List<String> known = Stream.concat(
                        ChainThreshold.of(rule).stream().map(ChainThreshold::code), OF_ANY_RULE.stream())
                .toList();
        names.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(
                        RuleError.INVALID,
                        "/parameters/" + name,
                        null,
                        "该规则没有此参数",
                        "the rule has no such parameter",
                        known));
    }

    /** The level of each number of findings, from one on: of 1 to the last step, where it stays. */
    List<Level> levels(SortedMap<Integer, Level> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        if (steps.firstKey() != 1 || steps.lastKey() > MOST_STEPS) {
            int wrong = steps.firstKey() == 1 ? steps.lastKey() : steps.firstKey();
            faults.add(
                    RuleError.INVALID,
                    "/steps",
                    wrong,
                    "首级须从 1 开始，末级不超过 " + MOST_STEPS,
                    "the first level begins at 1, the last at " + MOST_STEPS + " or before",
                    List.of("1.." + MOST_STEPS));
            return List.of();
        }
        TreeMap<Integer, Level> from = new TreeMap<>(steps);
        return IntStream.rangeClosed(1, steps.lastKey())
                .mapToObj(number -> from.floorEntry(number).getValue())
                .toList();
    }
}
