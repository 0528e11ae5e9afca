package org.finplan.gateway.feed;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.RegionHierarchy;

/** The regions of the plans, for the scope of the feed. */
@Startup
@ApplicationScoped
public class Regions {

    private final RegionHierarchy tree;

    Regions(@ConfigProperty(name = "finplan.plan.directories") Optional<List<Path>> directories) {
        List<RegionDefinition> all = PlanPackage.load(directories.orElse(List.of())).stream()
                .flatMap(plan -> plan.regions().stream())
                .toList();
        this.tree = new RegionHierarchy(all);
    }

    /** {@return the bound regions with all below them and around them, and the reference regions} */
    Set<String> readable(Collection<String> bound) {
        Set<String> codes = new HashSet<>();
        if (!bound.isEmpty()) {
            codes.addAll(tree.references());
        }
        for (String region : bound) {
            codes.addAll(tree.subtree(region));
            codes.addAll(tree.ancestors(region));
        }
        return codes;
    }

    /** {@return the region and all below it; empty when there is no such region} */
    Set<String> subtree(String region) {
        return tree.subtree(region);
    }

    /** {@return the codes of all regions} */
    public List<String> codes() {
        return tree.all().stream().map(RegionDefinition::code).toList();
    }
}
