package org.finplan.indicators.derived;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.finplan.indicators.expression.Place;
import org.finplan.indicators.region.Parts;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.RegionHierarchy;

/**
 * The regions as formulas see them. A city is made up of its districts, counties and county-level cities; functional zones
 * lie inside those and would count twice.
 */
final class FormulaRegions {

    private static final Set<String> DIVISIONS = Set.of("district", "county", "county_level_city");

    private final RegionHierarchy regions;

    FormulaRegions(RegionHierarchy regions) {
        this.regions = regions;
    }

    /** {@return the divisions that make up a region in a period, each with the codes that were in force for it} */
    List<List<String>> children(Place place) {
        return Parts.of(regions, place.region(), place.period()).territories();
    }

    /** {@return the region that a division is a part of; empty for others} */
    List<String> parents(String region) {
        return Stream.of(region)
                .filter(this::isDivision)
                .map(code -> regions.find(code).map(RegionDefinition::parent))
                .flatMap(Optional::stream)
                .toList();
    }

    /** {@return the regions that are meant when these are named: themselves, or all, references among them, when none is} */
    List<String> computed(List<String> named) {
        return named.isEmpty()
                ? regions.all().stream().map(RegionDefinition::code).toList()
                : named;
    }

    boolean includes(List<String> named, String region) {
        return named.isEmpty() ? regions.find(region).isPresent() : named.contains(region);
    }

    private boolean isDivision(String region) {
        return regions.find(region)
                .filter(found -> DIVISIONS.contains(found.kind()))
                .isPresent();
    }
}
