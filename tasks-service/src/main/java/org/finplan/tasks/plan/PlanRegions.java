package org.finplan.tasks.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.finplan.platform.access.RegionTree;

/** The regions of the plans as the tree that callers are bound to. */
@ApplicationScoped
class PlanRegions implements RegionTree {

    private final PlanRegister plans;

    PlanRegions(PlanRegister plans) {
        this.plans = plans;
    }

    @Override
    public Set<String> subtree(String region) {
        return plans.regions().subtree(region);
    }

    @Override
    public List<String> ancestors(String region) {
        return plans.regions().ancestors(region);
    }

    @Override
    public Set<String> references() {
        return plans.regions().references();
    }
}
