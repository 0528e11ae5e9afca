package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.task.TaskKey;

/** Who reports for which region, and who reviews. */
@ApplicationScoped
class ReportAccess {

    private final Caller caller;
    private final RegionScope scope;
    private final PlanRegister plans;

    ReportAccess(Caller caller, RegionScope scope, PlanRegister plans) {
        this.caller = caller;
        this.scope = scope;
        this.plans = plans;
    }

    String subject() {
        return caller.subject();
    }

    String client() {
        return caller.client();
    }

    /** {@return the regions whose reports the caller reads} */
    RegionSet readable() {
        return scope.readable();
    }

    Review.Reviewer reviewer() {
        return new Review.Reviewer(caller.subject(), caller.may(Permission.PROGRESS_REVIEW));
    }

    /**
     * Finds the region that a report counts for.
     *
     * @param key leaf that it is about
     * @param asked region that the request names, or null
     * @return that region, or the only one the caller can mean
     */
    String reportingRegion(TaskKey key, String asked) {
        String region = asked == null ? implied(key) : asked;
        if (plans.regions().find(region).filter(found -> !found.reference()).isEmpty()) {
            throw ProgressError.UNKNOWN_REGION.at("/region", region, ownRegions());
        }
        scope.requireWritable(region, "/region");
        return region;
    }

    private String implied(TaskKey key) {
        if (caller.seesAllRegions()) {
            return plans.city(key.plan());
        }
        if (caller.regions().size() != 1) {
            throw ProgressError.REGION_REQUIRED.at("/region", null, List.copyOf(caller.regions()));
        }
        return caller.regions().iterator().next();
    }

    private List<String> ownRegions() {
        return plans.regions().all().stream()
                .filter(region -> !region.reference())
                .map(region -> region.code())
                .toList();
    }
}
