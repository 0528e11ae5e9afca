package org.finplan.indicators.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.plan.Plan;

/** The versions of plans: each as it was issued, and one more for each adjustment. */
@ApplicationScoped
public class PlanVersions {

    private final PlanVersionRepository repository;

    PlanVersions(PlanVersionRepository repository) {
        this.repository = repository;
    }

    /**
     * Reads the versions of a plan.
     *
     * @param plan a loaded plan
     * @return its versions, the plan as issued first
     */
    public List<PlanVersion> of(Plan plan) {
        List<PlanVersion> versions = new ArrayList<>();
        versions.add(new PlanVersion(plan.code(), 1, plan.title().zh(), plan.documentNumber(), null, null, null));
        versions.addAll(repository.adjustments(plan.code()));
        return versions;
    }

    /**
     * Says which version is in force.
     *
     * @param plan plan code
     * @return number of the newest version
     */
    public int current(String plan) {
        return repository.current(plan);
    }

    /**
     * Stores a further version, in the transaction that stores its targets.
     *
     * @param version the version after the current one
     */
    public void add(PlanVersion version) {
        repository.insert(version);
    }
}
