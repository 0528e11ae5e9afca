package org.finplan.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.access.Permission;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.Caller;

/** Who may do what to a node: the city everything, a district reports on the leaves that concern it. */
@ApplicationScoped
public class TaskAccess {

    private final PlanRegister plans;
    private final Caller caller;

    TaskAccess(PlanRegister plans, Caller caller) {
        this.plans = plans;
        this.caller = caller;
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
                caller.may(Permission.TASKS_ASSIGN) ? Optional.empty() : Optional.of(WebError.FORBIDDEN);
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

    private Optional<ErrorCode> obstacleToReport(TaskKey key, boolean leaf, List<String> named) {
        if (!caller.may(Permission.PROGRESS_REPORT)) {
            return Optional.of(WebError.FORBIDDEN);
        }
        if (!leaf) {
            return Optional.of(TaskError.NOT_A_LEAF);
        }
        if (!concernsAll() && !regionsOf(key, named).concernAny(caller.regions())) {
            return Optional.of(TaskError.TASK_OUT_OF_SCOPE);
        }
        return Optional.empty();
    }

    /** Whoever reviews the reports of all regions may report on any leaf. */
    private boolean concernsAll() {
        return caller.may(Permission.PROGRESS_REVIEW);
    }
}
