package org.finplan.risk.rule;

import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * What the rule book sets of a rule that judges by the plan, or by guarantee chains.
 *
 * @param version version in force
 * @param levels the level of each step, mildest first
 * @param warning how long it waits before it warns, and before a warning ends
 * @param confirmed whether somebody has read the text that sets it; only then it states a breach
 * @param thresholds of a rule about guarantee chains: the numbers by which it finds something
 */
public record PlanTerms(
        int version, List<Level> levels, WarningPolicy warning, boolean confirmed, ChainThresholds thresholds) {

    /**
     * What is said of a figure that breaks the rule.
     *
     * @param step how grave the finding is, 1 for the mildest
     * @param reason why
     * @return a breach, or a warning where the text is not confirmed
     */
    public Verdict broken(int step, LocalizedText reason) {
        Verdict breach = new Verdict.Breached(level(step), reason);
        return confirmed ? breach : breach.unconfirmed(level(step));
    }

    /**
     * A level.
     *
     * @param step how grave the finding is, 1 for the mildest
     * @return the level of that step, the gravest there is when there are fewer
     */
    public Level level(int step) {
        return levels.get(Math.min(step, levels.size()) - 1);
    }
}
