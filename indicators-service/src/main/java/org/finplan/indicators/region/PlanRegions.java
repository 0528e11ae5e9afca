package org.finplan.indicators.region;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;

/** Tells the scope check which regions lie in which. */
@Singleton
class PlanRegions implements RegionTree {

    private final PlanRegister register;
    private final Supplier<Set<String>> cities;

    PlanRegions(PlanRegister register) {
        this.register = register;
        this.cities = register.derived(
                () -> register.packages().stream().map(PlanPackage::city).collect(Collectors.toUnmodifiableSet()));
    }

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

    /** The figures of a city as a whole are known to all who work for it; those of a district are its own. */
    @Override
    public Set<String> open() {
        return cities.get();
    }
}
