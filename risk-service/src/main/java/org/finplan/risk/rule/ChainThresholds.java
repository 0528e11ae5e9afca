package org.finplan.risk.rule;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers by which rules about guarantee chains find something. What a rule does not name is as it usually is. */
public final class ChainThresholds {

    /** As they usually are. */
    public static final ChainThresholds USUAL = new ChainThresholds(Map.of());

    private final Map<ChainThreshold, BigDecimal> values = new EnumMap<>(ChainThreshold.class);

    /**
     * Thresholds, of which some are named.
     *
     * @param named numbers that {@link ChainThreshold#takes} accepts
     */
    public ChainThresholds(Map<ChainThreshold, BigDecimal> named) {
        values.putAll(named);
    }

    /**
     * A threshold.
     *
     * @param threshold which one
     * @return its number
     */
    public BigDecimal of(ChainThreshold threshold) {
        return values.getOrDefault(threshold, threshold.usual());
    }

    /**
     * A threshold that counts something.
     *
     * @param threshold one that {@link ChainThreshold#isWhole}
     * @return its number
     */
    public int count(ChainThreshold threshold) {
        return of(threshold).intValueExact();
    }

    /**
     * These and those of another rule.
     *
     * @param other the others, which name other thresholds
     * @return all that are named
     */
    public ChainThresholds and(ChainThresholds other) {
        Map<ChainThreshold, BigDecimal> all = new EnumMap<>(ChainThreshold.class);
        all.putAll(values);
        all.putAll(other.values);
        return new ChainThresholds(all);
    }

    /**
     * All numbers of a rule.
     *
     * @param rule code of the rule
     * @return by name, those included that it does not name itself; empty for a rule that has none
     */
    public Map<String, BigDecimal> ofRule(String rule) {
        Map<String, BigDecimal> all = new LinkedHashMap<>();
        ChainThreshold.of(rule).forEach(threshold -> all.put(threshold.code(), of(threshold)));
        return all;
    }
}
