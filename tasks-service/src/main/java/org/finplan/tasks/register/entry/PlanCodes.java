package org.finplan.tasks.register.entry;

import java.util.List;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.TaskNode;

/**
 * What an entry may refer to.
 *
 * @param regions the plan's own regions
 * @param clauses its clauses
 * @param tasks its tasks
 * @param indicators its indicators
 */
record PlanCodes(List<String> regions, List<String> clauses, List<String> tasks, List<String> indicators) {

    static PlanCodes of(PlanPackage plan) {
        return new PlanCodes(
                plan.regions().stream()
                        .filter(region -> !region.reference())
                        .map(RegionDefinition::code)
                        .toList(),
                plan.clauses().stream().map(Clause::id).toList(),
                plan.tasks().stream().map(TaskNode::id).toList(),
                plan.indicators().stream().map(IndicatorDefinition::code).toList());
    }
}
