package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.task.TaskKey;

/** Who reports for which region, and who reviews. */
@ApplicationScoped
class ReportAccess {

    private final Caller caller;
    private final RegionScope scope;
    private final PlanRegister plans;
    private final PlanScope planScope;

    ReportAccess(Caller caller, RegionScope scope, PlanRegister plans, PlanScope planScope) {
        this.caller = caller;
        this.scope = scope;
        this.plans = plans;
        this.planScope = planScope;
    }

    String subject() {
        return caller.subject();
    }

    String client() {
        return caller.client();
    }

    /** Refuses a plan that is not there for the caller, see {@link PlanScope#refuseAnothers}. */
    void requirePlan(String plan) {
        planScope.refuseAnothers(plan);
    }

    /** {@return the regions whose reports the caller reads} */
    RegionSet readable() {
        return scope.readable();
    }

    /** {@return the caller as a reviewer of the reports of a region} */
    Review.Reviewer reviewer(String region) {
        boolean reviews =
                caller.may(Permission.PROGRESS_REVIEW) && scope.writable().contains(region);
        return new Review.Reviewer(caller.subject(), reviews);
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

    /** Refuses who reads the reports of a region without acting for it: 403 {@code region-not-in-scope}. */
    void requireOwn(String region) {
        scope.requireWritable(region);
    }

    private String implied(TaskKey key) {
        String city = plans.city(key.plan());
        if (scope.writable().contains(city)) {
            return city;
        }
        if (caller.regions().size() != 1) {
            throw ProgressError.REGION_REQUIRED.at("/region", null, List.copyOf(caller.regions()));
        }
        return caller.regions().iterator().next();
    }

    private List<String> ownRegions() {
        RegionSet readable = scope.readable();
        return plans.regions().all().stream()
                .filter(region -> !region.reference() && readable.contains(region.code()))
                .map(region -> region.code())
                .toList();
    }
}
