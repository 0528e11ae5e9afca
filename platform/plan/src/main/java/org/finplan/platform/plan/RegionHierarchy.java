package org.finplan.platform.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The regions of one or more plans as a tree, with the reference regions beside it. Immutable. */
public final class RegionHierarchy {

    private final Map<String, RegionDefinition> regions = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Set<String> references = new LinkedHashSet<>();

    /**
     * Builds the tree.
     *
     * @param definitions the regions; of doubles (two plans of one city) the first counts
     */
    public RegionHierarchy(Collection<RegionDefinition> definitions) {
        for (RegionDefinition region : definitions) {
            if (regions.putIfAbsent(region.code(), region) != null) {
                continue;
            }
            if (region.parent() != null) {
                children.computeIfAbsent(region.parent(), parent -> new ArrayList<>())
                        .add(region.code());
            }
            if (region.reference()) {
                references.add(region.code());
            }
        }
    }

    /** {@return all regions in the order of the packages} */
    public List<RegionDefinition> all() {
        return List.copyOf(regions.values());
    }

    /**
     * Finds a region.
     *
     * @param code region code
     * @return the region, empty when there is none
     */
    public Optional<RegionDefinition> find(String code) {
        return Optional.ofNullable(regions.get(code));
    }

    /**
     * The regions inside a region.
     *
     * @param code region code
     * @return the region itself and everything below it; empty when it is unknown
     */
    public Set<String> subtree(String code) {
        Set<String> found = new LinkedHashSet<>();
        if (regions.containsKey(code)) {
            collect(code, found);
        }
        return found;
    }

    /**
     * The regions directly inside a region.
     *
     * @param code region code
     * @return codes in the order of the packages
     */
    public List<String> children(String code) {
        return List.copyOf(children.getOrDefault(code, List.of()));
    }

    /**
     * The regions around a region.
     *
     * @param code region code
     * @return codes from the parent upwards, without the region itself
     */
    public List<String> ancestors(String code) {
        List<String> found = new ArrayList<>();
        RegionDefinition region = regions.get(code);
        while (region != null && region.parent() != null && !found.contains(region.parent())) {
            found.add(region.parent());
            region = regions.get(region.parent());
        }
        return found;
    }

    /** {@return codes of the regions that are only compared with} */
    public Set<String> references() {
        return new LinkedHashSet<>(references);
    }

    private void collect(String code, Set<String> found) {
        if (found.add(code)) {
            children.getOrDefault(code, List.of()).forEach(child -> collect(child, found));
        }
    }
}
