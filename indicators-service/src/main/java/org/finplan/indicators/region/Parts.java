package org.finplan.indicators.region;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.RegionHierarchy;

/**
 * The parts of a city whose figures and targets add up to the city's: its county-level divisions, the functional zones
 * that report apart from the division around them, and the city level itself (市本级). Other areas (urban areas, policy
 * zones) lie across these and never enter a sum.
 *
 * @param divisions county-level divisions; a sum without one of them is incomplete
 * @param others functional zones and the city level; they count when they have a figure of their own
 */
public record Parts(List<String> divisions, List<String> others) {

    private static final Set<String> DIVISIONS = Set.of("district", "county", "county_level_city");
    private static final Set<String> OTHERS = Set.of("functional_zone", "city_level");

    /** Copies the lists. */
    public Parts {
        divisions = List.copyOf(divisions);
        others = List.copyOf(others);
    }

    /**
     * Finds the parts of a region.
     *
     * @param regions all regions
     * @param region code of the region
     * @param period the period whose regions count
     * @return its parts, none for a region without divisions
     */
    public static Parts of(RegionHierarchy regions, String region, Period period) {
        List<RegionDefinition> children = regions.children(region, period).stream()
                .map(code -> regions.find(code).orElseThrow())
                .toList();
        return new Parts(codes(children, DIVISIONS), codes(children, OTHERS));
    }

    /** {@return all parts, divisions first} */
    public List<String> all() {
        return Stream.concat(divisions.stream(), others.stream()).toList();
    }

    private static List<String> codes(List<RegionDefinition> children, Set<String> kinds) {
        return children.stream()
                .filter(region -> kinds.contains(region.kind()))
                .map(RegionDefinition::code)
                .toList();
    }
}
