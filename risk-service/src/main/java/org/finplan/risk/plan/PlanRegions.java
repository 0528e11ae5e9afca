package org.finplan.risk.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.finplan.platform.access.RegionTree;

/** Gives the security context the regions of the loaded plans. */
@ApplicationScoped
class PlanRegions implements RegionTree {

    private final Plans plans;

    PlanRegions(Plans plans) {
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
