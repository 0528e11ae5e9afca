package org.finplan.tasks.task;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.security.RegionScope;

/** The plans whose tasks the caller sees: those of its cities. A task names regions, but belongs to the city of its plan. */
@ApplicationScoped
public class PlanScope {

    private final PlanRegister plans;
    private final RegionScope scope;

    PlanScope(PlanRegister plans, RegionScope scope) {
        this.plans = plans;
        this.scope = scope;
    }

    /** {@return codes of the plans that are there for the caller} */
    public List<String> codes() {
        RegionSet readable = scope.readable();
        return plans.packages().stream()
                .filter(read -> readable.contains(read.city()))
                .map(read -> read.plan().code())
                .toList();
    }

    /**
     * Refuses a plan of a city that the caller does not read.
     *
     * @param plan plan code, or null when none was named
     * @throws ProblemException 404; a code that no plan has passes
     */
    public void require(@Nullable String plan) {
        if (plan != null && plans.find(plan).isPresent()) {
            scope.requirePlan(plan, plans.city(plan));
        }
    }
}
