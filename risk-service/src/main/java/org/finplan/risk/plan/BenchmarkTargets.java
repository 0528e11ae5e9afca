package org.finplan.risk.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.TargetComparator;

/** The targets of the loaded plans that are another region's figure. */
@ApplicationScoped
public class BenchmarkTargets {

    private final PlanRegister plans;

    BenchmarkTargets(PlanRegister plans) {
        this.plans = plans;
    }

    /**
     * The targets that ask an indicator to stay below another region's figure of the same period.
     *
     * @param indicator indicator code
     * @param period a period
     * @return one target for each plan that asks for it and spans the period, its baseline year included; none after its end
     */
    public List<BelowBenchmark> belowBenchmark(String indicator, Period period) {
        return plans.packages().stream()
                .filter(loaded -> period.year() >= loaded.plan().baselineYear()
                        && !loaded.plan().endsBefore(period))
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
