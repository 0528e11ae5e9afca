package org.finplan.risk.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.RegionHierarchy;
import org.finplan.platform.plan.TargetComparator;

/** The plans that are loaded: their regions, and those of their targets that are another region's figure. */
@ApplicationScoped
public class Plans {

    private final List<PlanPackage> packages;
    private final RegionHierarchy regions;

    Plans(@ConfigProperty(name = "finplan.plan.directories") Optional<List<Path>> directories) {
        this.packages = PlanPackage.load(directories.orElse(List.of()));
        this.regions = new RegionHierarchy(
                packages.stream().flatMap(loaded -> loaded.regions().stream()).toList());
    }

    /** {@return the regions of all plans} */
    public RegionHierarchy regions() {
        return regions;
    }

    /** {@return codes of all regions, reference regions included} */
    public List<String> regionCodes() {
        return regions.all().stream().map(RegionDefinition::code).toList();
    }

    /** {@return codes of all indicators of all plans, each once, in the order of the plans} */
    public List<String> indicators() {
        return packages.stream()
                .flatMap(loaded -> loaded.indicators().stream())
                .map(IndicatorDefinition::code)
                .distinct()
                .toList();
    }

    /**
     * The name of a region.
     *
     * @param code region code
     * @return its name; the code itself when no plan knows the region
     */
    public LocalizedText regionName(String code) {
        return regions.find(code).map(RegionDefinition::name).orElseGet(() -> new LocalizedText(code, code));
    }

    /**
     * The targets that ask an indicator to stay below another region's figure of the same period.
     *
     * @param indicator indicator code
     * @param period a period
     * @return one target for each plan that asks for it and spans the period, its baseline year included
     */
    public List<BelowBenchmark> belowBenchmark(String indicator, Period period) {
        return packages.stream()
                .filter(loaded -> period.year() >= loaded.plan().baselineYear()
                        && period.year() <= loaded.plan().targetYear())
                .flatMap(loaded -> belowBenchmark(loaded, indicator))
                .toList();
    }

    private static Stream<BelowBenchmark> belowBenchmark(PlanPackage loaded, String indicator) {
        return loaded.indicators().stream()
                .filter(candidate -> candidate.code().equals(indicator)
                        && candidate.target().comparator() == TargetComparator.LT_BENCHMARK)
                .map(candidate -> new BelowBenchmark(
                        loaded.plan().code(),
                        candidate.name(),
                        candidate.clause(),
                        candidate.target().relative().region()));
    }
}
