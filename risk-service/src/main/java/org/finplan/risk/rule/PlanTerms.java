package org.finplan.risk.rule;

import java.util.List;

/**
 * What the rule book sets of a rule that judges by the plan.
 *
 * @param version version in force
 * @param levels levels that it gives, mildest first
 */
public record PlanTerms(int version, List<Level> levels) {

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
