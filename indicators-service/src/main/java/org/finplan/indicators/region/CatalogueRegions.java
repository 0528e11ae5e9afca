package org.finplan.indicators.region;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.indicators.plan.Catalogue;
import org.finplan.platform.access.RegionTree;

/** Tells the scope check which regions lie in which. */
@Singleton
class CatalogueRegions implements RegionTree {

    private final Catalogue catalogue;
    private final Set<String> cities;

    CatalogueRegions(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.cities = catalogue.plans().stream().map(Catalogue::city).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> subtree(String region) {
        return catalogue.regions().subtree(region);
    }

    @Override
    public List<String> ancestors(String region) {
        return catalogue.regions().ancestors(region);
    }

    @Override
    public Set<String> references() {
        return catalogue.regions().references();
    }

    /** The figures of a city as a whole are known to all who work for it; those of a district are its own. */
    @Override
    public Set<String> open() {
        return cities;
    }
}
