package org.finplan.indicators.derived;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.finplan.indicators.expression.Place;
import org.finplan.indicators.region.Parts;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.RegionHierarchy;
import org.finplan.platform.plan.SeriesRegister;

/**
 * The regions as formulas see them. A city is made up of its districts, counties and county-level cities; functional zones
 * lie inside those and would count twice.
 */
final class FormulaRegions {

    private static final Set<String> DIVISIONS = Set.of("district", "county", "county_level_city");

    private final RegionHierarchy regions;
    private final SeriesRegister series;

    FormulaRegions(PlanRegister register) {
        this.regions = register.regions();
        this.series = register.series();
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

    /**
     * {@return the regions that are meant when these are named: themselves, or when none is all of the plans that have the
     * series, references among them; a formula computes nothing in a city whose plans do not have its series}
     */
    List<String> computed(List<String> named, String code) {
        return named.isEmpty()
                ? regions.all().stream()
                        .map(RegionDefinition::code)
                        .filter(region -> includes(named, code, region))
                        .toList()
                : named;
    }

    boolean includes(List<String> named, String code, String region) {
        return named.isEmpty() ? !series.planSpans(code, region).isEmpty() : named.contains(region);
    }

    private boolean isDivision(String region) {
        return regions.find(region)
                .filter(found -> DIVISIONS.contains(found.kind()))
                .isPresent();
    }
}
