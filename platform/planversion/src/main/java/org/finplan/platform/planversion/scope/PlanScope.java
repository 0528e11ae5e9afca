package org.finplan.platform.planversion.scope;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.security.RegionScope;

/** The plans that the caller sees: those of its cities. What belongs to another city's plan does not exist for it. */
@ApplicationScoped
public class PlanScope {

    private final PlanRegister register;
    private final RegionScope scope;

    PlanScope(PlanRegister register, RegionScope scope) {
        this.register = register;
        this.scope = scope;
    }

    /** {@return the plans that are there for the caller, in the order of the packages} */
    public List<PlanPackage> packages() {
        RegionSet readable = scope.readable();
        return register.packages().stream()
                .filter(plan -> readable.contains(register.city(plan.plan().code())))
                .toList();
    }

    /** {@return their codes} */
    public List<String> codes() {
        return packages().stream().map(plan -> plan.plan().code()).toList();
    }

    /**
     * Finds a plan that is there for the caller.
     *
     * @param code plan code, or null
     * @return the plan, empty when there is none or it is another city's
     */
    public Optional<PlanPackage> find(String code) {
        return register.find(code == null ? "" : code)
                .filter(plan -> scope.readable().contains(plan.city()));
    }

    /**
     * The plan that the query parameter {@code plan} names.
     *
     * @param code what was sent, or null
     * @return the plan
     * @throws ProblemException 400 when no such plan is loaded, 404 when it belongs to a city that the caller does not read
     */
    public PlanPackage require(String code) {
        PlanPackage plan = register.find(code == null ? "" : code)
                .orElseThrow(() -> ProblemException.invalidParameter("plan", code, codes()));
        scope.requirePlan(code, plan.city());
        return plan;
    }

    /**
     * Refuses a plan of a city that the caller does not read.
     *
     * @param code plan code, or null when none was named
     * @throws ProblemException 404; a code that no plan has passes
     */
    public void refuseAnothers(@Nullable String code) {
        register.find(code == null ? "" : code).ifPresent(plan -> scope.requirePlan(code, plan.city()));
    }

    /**
     * A series as the plan says it that a request is about: two cities' plans may have one code with another unit or name.
     *
     * @param code series code
     * @param region region that is asked for, or null
     * @return as the plan of the region says it; without a region, as the first plan does that the caller sees; where none of
     *     these has it, as the first plan of all
     */
    public Optional<SeriesDefinition> series(String code, @Nullable String region) {
        if (region != null) {
            return register.series().find(code, region);
        }
        return packages().stream()
                .flatMap(plan -> plan.series().stream())
                .filter(series -> series.code().equals(code))
                .findFirst()
                .or(() -> register.series().find(code));
    }

    /** {@return codes of the series of the plans that are there for the caller, those of indicators among them} */
    public Set<String> series() {
        return packages().stream()
                .flatMap(plan -> plan.series().stream())
                .map(SeriesDefinition::code)
                .collect(Collectors.toSet());
    }

    /** {@return codes of the regions of the plans that are there for the caller, reference regions among them} */
    public Set<String> regions() {
        return packages().stream()
                .flatMap(plan -> plan.regions().stream())
                .map(RegionDefinition::code)
                .collect(Collectors.toSet());
    }
}
