package org.finplan.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.access.Permission;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Who may do what to a node: its city everything, a district reports on the leaves that concern it. */
@ApplicationScoped
public class TaskAccess {

    private final PlanRegister plans;
    private final Caller caller;
    private final RegionScope scope;

    TaskAccess(PlanRegister plans, Caller caller, RegionScope scope) {
        this.plans = plans;
        this.caller = caller;
        this.scope = scope;
    }

    /**
     * Finds what keeps the caller from an action now.
     *
     * @param action what
     * @param key key of the node
     * @param retired whether the plan in force names the node no more
     * @param leaf whether the node is a leaf
     * @param named regions that the node names
     * @return the first obstacle, or empty when the caller may
     */
    public Optional<ErrorCode> obstacle(
            TaskAction action, TaskKey key, boolean retired, boolean leaf, List<String> named) {
        Optional<ErrorCode> always = obstacle(action, key, leaf, named);
        return always.isEmpty() && retired ? Optional.of(TaskError.RETIRED) : always;
    }

    private Optional<ErrorCode> obstacle(TaskAction action, TaskKey key, boolean leaf, List<String> named) {
        return switch (action) {
            case REPORT_PROGRESS -> obstacleToReport(key, leaf, named);
            case ASSIGN_LEAD ->
                caller.may(Permission.TASKS_ASSIGN) && actsForCity(key)
                        ? Optional.empty()
                        : Optional.of(WebError.FORBIDDEN);
            case PLAN_SCHEDULE -> obstacleToPlan(key, leaf);
        };
    }

    /**
     * The regions that a leaf concerns.
     *
     * @param key key of the leaf, of a plan that is loaded
     * @param named regions that it names
     * @return the regions
     */
    LeafRegions regionsOf(TaskKey key, List<String> named) {
        return new LeafRegions(named, plans.city(key.plan()), plans.regions());
    }

    private Optional<ErrorCode> obstacleToPlan(TaskKey key, boolean leaf) {
        if (!caller.may(Permission.TASKS_SCHEDULE) || !actsForCity(key)) {
            return Optional.of(WebError.FORBIDDEN);
        }
        return leaf ? Optional.empty() : Optional.of(TaskError.NOT_SCHEDULED);
    }

    private Optional<ErrorCode> obstacleToReport(TaskKey key, boolean leaf, List<String> named) {
        if (!caller.may(Permission.PROGRESS_REPORT)) {
            return Optional.of(WebError.FORBIDDEN);
        }
        if (!leaf) {
            return Optional.of(TaskError.NOT_A_LEAF);
        }
        if (!concernsAll(key) && !regionsOf(key, named).concernAny(caller.regions())) {
            return Optional.of(TaskError.TASK_OUT_OF_SCOPE);
        }
        return Optional.empty();
    }

    /** Whoever reviews the reports of a whole city may report on any leaf of its plans. */
    private boolean concernsAll(TaskKey key) {
        return caller.may(Permission.PROGRESS_REVIEW) && actsForCity(key);
    }

    /** A node belongs to the city of its plan, whatever regions it names. */
    private boolean actsForCity(TaskKey key) {
        return scope.writable().contains(plans.city(key.plan()));
    }
}
