package org.finplan.risk.rulebook.judgement;

import java.util.List;
import java.util.Map;
import org.finplan.platform.period.Period;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rulebook.definition.Limit;

/**
 * What a rule needs beside the figures of the institution itself.
 *
 * @param stricter local limits for the rule, by loan class, empty for the rule itself; only stricter ones count
 * @param peers where the figures of the institutions of the rule's kinds lie by period, this one's included; empty when not asked for
 * @param found levels that other rules found, by period and rule
 * @param daysLate days that a report is late, by period
 */
public record Surroundings(
        Map<String, List<Limit>> stricter,
        Map<Period, PeerGroup> peers,
        Map<Period, Map<String, Level>> found,
        Map<Period, Integer> daysLate) {

    /** Nothing beside the figures. */
    public static final Surroundings NONE = new Surroundings(Map.of(), Map.of(), Map.of(), Map.of());
}
