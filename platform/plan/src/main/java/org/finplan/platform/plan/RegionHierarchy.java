package org.finplan.platform.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.period.Period;

/**
 * The regions of one or more plans as a tree, with the reference regions beside it. Immutable. Each plan's regions are a tree
 * for themselves; two plans together may contradict each other, so every walk ends at a region that it has met.
 */
public final class RegionHierarchy implements RegionTree {

    private final Map<String, RegionDefinition> regions = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, List<String>> predecessors = new HashMap<>();
    private final Set<String> references = new LinkedHashSet<>();
    private final Set<String> retired = new HashSet<>();
    private final Set<String> cities = new LinkedHashSet<>();

    /**
     * Builds the tree.
     *
     * @param definitions the regions; of doubles (two plans of one city) the first counts, but a region that a plan is about
     *     is no reference region because another plan compares itself with it
     */
    public RegionHierarchy(Collection<RegionDefinition> definitions) {
        this(definitions, List.of());
    }

    /**
     * Builds the tree of regions in force with those that are retired.
     *
     * @param definitions the regions in force; of doubles (two plans of one city) the first counts, but a region that a plan is
     *     about is no reference region because another plan compares itself with it
     * @param former the regions of earlier versions of the plans: what only they have can be found and lies where it lay, but
     *     is a part of nothing any more
     */
    RegionHierarchy(Collection<RegionDefinition> definitions, Collection<RegionDefinition> former) {
        add(definitions);
        Set<String> inForce = Set.copyOf(regions.keySet());
        add(former);
        regions.keySet().stream().filter(code -> !inForce.contains(code)).forEach(retired::add);
    }

    private void add(Collection<RegionDefinition> definitions) {
        Set<String> own = definitions.stream()
                .filter(region -> !region.reference())
                .map(RegionDefinition::code)
                .collect(Collectors.toSet());
        for (RegionDefinition region : definitions) {
            boolean compared = region.reference() && own.contains(region.code());
            if (compared || regions.putIfAbsent(region.code(), region) != null) {
                continue;
            }
            if (!region.reference() && !own.contains(String.valueOf(region.parent()))) {
                cities.add(region.code());
            }
            if (region.parent() != null) {
                children.computeIfAbsent(region.parent(), parent -> new ArrayList<>())
                        .add(region.code());
            }
            if (region.successor() != null) {
                predecessors
                        .computeIfAbsent(region.successor(), successor -> new ArrayList<>())
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
     * Whether a region stands in no plan in force, but in an earlier version of one.
     *
     * @param code region code
     * @return whether it is retired: what is about it is read, and nothing more is taken
     */
    public boolean retired(String code) {
        return retired.contains(code);
    }

    /**
     * The region with those that it took the place of.
     *
     * @param code region code
     * @return the region first, then its predecessors; empty when it is unknown
     */
    public List<String> lineage(String code) {
        Set<String> found = new LinkedHashSet<>();
        if (regions.containsKey(code)) {
            collectFormer(code, found);
        }
        return List.copyOf(found);
    }

    /**
     * The codes of a region's lineage that were in force in a period.
     *
     * @param code region code
     * @param period the period
     * @return the codes that figures of the period can be about: of the region itself, its predecessors or its successors
     */
    public List<String> inForce(String code, Period period) {
        String newest = code;
        Set<String> seen = new HashSet<>();
        while (seen.add(newest)
                && regions.containsKey(newest)
                && regions.get(newest).successor() != null) {
            newest = regions.get(newest).successor();
        }
        return lineage(newest).stream()
                .filter(one -> regions.get(one).inForce(period))
                .toList();
    }

    /**
     * The regions inside a region.
     *
     * @param code region code
     * @return the region itself, everything below it and what they took the place of; empty when it is unknown
     */
    @Override
    public Set<String> subtree(String code) {
        Set<String> found = new LinkedHashSet<>();
        if (regions.containsKey(code)) {
            collect(code, found);
        }
        return found;
    }

    /**
     * The regions directly inside a region that are still in force.
     *
     * @param code region code
     * @return codes in the order of the packages
     */
    public List<String> children(String code) {
        return children.getOrDefault(code, List.of()).stream()
                .filter(child -> regions.get(child).inForceUntil() == null && !retired.contains(child))
                .toList();
    }

    /**
     * The regions directly inside a region whose codes were in force in a period. Reference regions lie in no region of
     * the city, so they never enter a sum over these.
     *
     * @param code region code
     * @param period the period
     * @return codes in the order of the packages
     */
    public List<String> children(String code, Period period) {
        return children.getOrDefault(code, List.of()).stream()
                .filter(child -> regions.get(child).inForce(period))
                .filter(child -> !references.contains(child) && !retired.contains(child))
                .toList();
    }

    /**
     * The regions around a region.
     *
     * @param code region code
     * @return codes from the parent upwards, without the region itself
     */
    @Override
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
    @Override
    public Set<String> references() {
        return Collections.unmodifiableSet(references);
    }

    /** {@return codes of the regions that plans are about and that lie in no other of these, in the order of the packages} */
    @Override
    public Set<String> cities() {
        return Collections.unmodifiableSet(cities);
    }

    private void collectFormer(String code, Set<String> found) {
        if (found.add(code)) {
            predecessors.getOrDefault(code, List.of()).forEach(former -> collectFormer(former, found));
        }
    }

    private void collect(String code, Set<String> found) {
        if (found.add(code)) {
            children.getOrDefault(code, List.of()).forEach(child -> collect(child, found));
            predecessors.getOrDefault(code, List.of()).forEach(former -> collect(former, found));
        }
    }
}
