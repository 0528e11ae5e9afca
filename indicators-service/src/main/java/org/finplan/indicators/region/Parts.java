package org.finplan.indicators.region;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.RegionHierarchy;

/**
 * The parts of a city whose figures and targets add up to the city's: its county-level divisions, the functional zones
 * that report apart from the division around them, and the city level itself (市本级). Other areas (urban areas, policy
 * zones) lie across these and never enter a sum.
 *
 * @param territories county-level divisions, each with the codes that were in force for it in the period, the newest first:
 *     two in the year in which one took the place of the other; a sum without one of each is incomplete, and one with both
 *     would count the same land twice
 * @param others functional zones and the city level; they count when they have a figure of their own
 */
public record Parts(List<List<String>> territories, List<String> others) {

    private static final Set<String> DIVISIONS = Set.of("district", "county", "county_level_city");
    private static final Set<String> OTHERS = Set.of("functional_zone", "city_level");

    /** Copies the lists. */
    public Parts {
        territories = List.copyOf(territories);
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
        List<String> divisions = codes(children, DIVISIONS);
        List<List<String>> territories = divisions.stream()
                .filter(code -> regions.inForce(code, period).indexOf(code) == 0)
                .map(code -> regions.inForce(code, period))
                .toList();
        return new Parts(territories, codes(children, OTHERS));
    }

    /** {@return codes of the county-level divisions} */
    public List<String> divisions() {
        return territories.stream().flatMap(List::stream).toList();
    }

    /** {@return all parts, divisions first} */
    public List<String> all() {
        return Stream.concat(divisions().stream(), others.stream()).toList();
    }

    /**
     * The parts that count: of each territory the newest code that has what is needed, and the others that have it.
     *
     * @param has whether a code has it
     * @return codes, divisions first
     */
    public List<String> counting(Predicate<String> has) {
        Stream<String> divisions =
                territories.stream().flatMap(codes -> codes.stream().filter(has).limit(1));
        return Stream.concat(divisions, others.stream().filter(has)).toList();
    }

    /**
     * The divisions without which a sum is incomplete.
     *
     * @param has whether a code has what is needed
     * @return the newest code of each territory none of whose codes has it
     */
    public List<String> lacking(Predicate<String> has) {
        return territories.stream()
                .filter(codes -> codes.stream().noneMatch(has))
                .map(codes -> codes.get(0))
                .toList();
    }

    private static List<String> codes(List<RegionDefinition> children, Set<String> kinds) {
        return children.stream()
                .filter(region -> kinds.contains(region.kind()))
                .map(RegionDefinition::code)
                .toList();
    }
}
