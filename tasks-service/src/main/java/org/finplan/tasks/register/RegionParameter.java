package org.finplan.tasks.register;

import jakarta.annotation.Nullable;
import java.util.Set;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.tasks.task.TaskError;

/** Reads the parameter that names a region. */
public final class RegionParameter {

    private RegionParameter() {}

    /**
     * Finds the regions that are meant.
     *
     * @param region region code, or null
     * @param subAreas whether the regions inside it are meant as well
     * @param plans the plans
     * @param readable the regions of the caller: only these are told as accepted
     * @return the regions, or null for any
     */
    public static @Nullable Set<String> of(
            @Nullable String region, boolean subAreas, PlanRegister plans, RegionSet readable) {
        if (region == null) {
            return null;
        }
        Set<String> inside = plans.regions().subtree(region);
        if (inside.isEmpty() || !readable.contains(region)) {
            throw TaskError.UNKNOWN_REGION.at(
                    "?region",
                    region,
                    plans.regionCodes().stream().filter(readable::contains).toList());
        }
        return subAreas ? inside : Set.of(region);
    }
}
