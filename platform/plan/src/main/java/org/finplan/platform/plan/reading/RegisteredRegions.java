package org.finplan.platform.plan.reading;

import java.util.List;
import java.util.Set;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.plan.PlanRegister;

/**
 * The regions of the plans that are in force when they are asked for.
 *
 * @param register the plans
 */
record RegisteredRegions(PlanRegister register) implements RegionTree {

    @Override
    public Set<String> subtree(String region) {
        return register.regions().subtree(region);
    }

    @Override
    public List<String> ancestors(String region) {
        return register.regions().ancestors(region);
    }

    @Override
    public Set<String> references() {
        return register.regions().references();
    }

    @Override
    public Set<String> cities() {
        return register.regions().cities();
    }
}
