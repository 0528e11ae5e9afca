package org.finplan.indicators.region;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.finplan.indicators.plan.Catalogue;
import org.finplan.platform.web.security.RegionTree;

/** Tells the scope check which regions lie in which. */
@Singleton
class CatalogueRegions implements RegionTree {

    private final Catalogue catalogue;

    CatalogueRegions(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Set<String> subtree(String region) {
        Set<String> subtree = catalogue.regions().subtree(region);
        return subtree.isEmpty() ? Set.of(region) : subtree;
    }

    @Override
    public List<String> ancestors(String region) {
        return catalogue.regions().ancestors(region);
    }

    @Override
    public Set<String> references() {
        return catalogue.regions().references();
    }
}
