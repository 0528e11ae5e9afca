package org.finplan.platform.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.definition.PlanDefinitions;
import org.finplan.platform.plan.register.RegisterDefinition;
import org.finplan.platform.workday.HolidayNotice;

/**
 * Everything that one plan package says. Every reference in it (clause, region, series, unit, parent) was checked when it
 * was read.
 *
 * @param plan the plan
 * @param fingerprint SHA-256 of the files, hexadecimal: equal packages have equal ones
 * @param units units of measure
 * @param series all series, those of the indicators among them
 * @param indicators the indicators of the table in the order of their numbers
 * @param regions regions and reference regions
 * @param clauses clauses
 * @param verbs kinds of work
 * @param tasks nodes of the task tree, parents before children
 * @param organisations bodies, companies, programmes and documents that the plan names
 * @param systems information systems that the plan names
 * @param facts figures of the plan's text
 * @param published published figures
 * @param derived figures that are formulas of others
 * @param holidays the notices of holidays and make-up working days, a year each
 * @param definitions what it says of the definitions of its series
 * @param registers the registers that it asks for
 */
public record PlanPackage(
        Plan plan,
        String fingerprint,
        List<Unit> units,
        List<SeriesDefinition> series,
        List<IndicatorDefinition> indicators,
        List<RegionDefinition> regions,
        List<Clause> clauses,
        List<Verb> verbs,
        List<TaskNode> tasks,
        List<Organisation> organisations,
        List<InformationSystem> systems,
        List<Fact> facts,
        List<PublishedFigure> published,
        List<DerivedDefinition> derived,
        List<HolidayNotice> holidays,
        PlanDefinitions definitions,
        List<RegisterDefinition> registers) {

    /** {@return code of the city that the plan is for: the region that lies in no other of the plan's own regions} */
    public String city() {
        Set<String> own = regions.stream()
                .filter(region -> !region.reference())
                .map(RegionDefinition::code)
                .collect(Collectors.toSet());
        return regions.stream()
                .filter(region -> !region.reference() && !own.contains(String.valueOf(region.parent())))
                .map(RegionDefinition::code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The plan " + plan.code()
                        + " has no city: each of its regions lies in another of them, or is a reference"));
    }

    /**
     * Whether an earlier version of this package names what this one does not.
     *
     * @param before the earlier version
     * @return whether any indicator, series, unit, region, clause, organisation, system or register of it is missing here
     */
    public boolean retires(PlanPackage before) {
        return lacks(before, PlanPackage::indicators, IndicatorDefinition::code)
                || lacks(before, PlanPackage::series, SeriesDefinition::code)
                || lacks(before, PlanPackage::units, Unit::code)
                || lacks(before, PlanPackage::regions, RegionDefinition::code)
                || lacks(before, PlanPackage::clauses, Clause::id)
                || lacks(before, PlanPackage::organisations, Organisation::code)
                || lacks(before, PlanPackage::systems, InformationSystem::code)
                || lacks(before, PlanPackage::registers, RegisterDefinition::code);
    }

    private <T> boolean lacks(PlanPackage before, Function<PlanPackage, List<T>> rows, Function<T, String> code) {
        Set<String> here = rows.apply(this).stream().map(code).collect(Collectors.toSet());
        return !rows.apply(before).stream().map(code).allMatch(here::contains);
    }

    /**
     * Finds a register.
     *
     * @param code its code
     * @return the register, empty when the plan asks for none of that code
     */
    public Optional<RegisterDefinition> register(String code) {
        return registers.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    /** {@return the regions as a tree} */
    public RegionHierarchy regionHierarchy() {
        return new RegionHierarchy(regions);
    }

    /**
     * Finds a clause.
     *
     * @param id clause id
     * @return the clause, empty when there is none
     */
    public Optional<Clause> clause(String id) {
        return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    /** {@return whether the plan has a series of that code} */
    public boolean hasSeries(String code) {
        return series.stream().anyMatch(row -> row.code().equals(code));
    }

    /** {@return whether the plan names a region, its own or a reference region} */
    public boolean hasRegion(String code) {
        return regions.stream().anyMatch(row -> row.code().equals(code));
    }

    /**
     * Finds the name of a region.
     *
     * @param code region code
     * @return the name, empty when the region is unknown
     */
    public Optional<LocalizedText> regionName(String code) {
        return regions.stream()
                .filter(region -> region.code().equals(code))
                .findFirst()
                .map(RegionDefinition::name);
    }
}
