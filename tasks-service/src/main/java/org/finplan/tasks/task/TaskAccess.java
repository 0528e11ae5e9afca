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
     * @param level how deep the node stands
     * @param named regions that the node names
     * @return the first obstacle, or empty when the caller may
     */
    public Optional<ErrorCode> obstacle(
            TaskAction action, TaskKey key, boolean retired, TaskLevel level, List<String> named) {
        Optional<ErrorCode> always = obstacle(action, key, level, named);
        return always.isEmpty() && retired ? Optional.of(TaskError.RETIRED) : always;
    }

    private Optional<ErrorCode> obstacle(TaskAction action, TaskKey key, TaskLevel level, List<String> named) {
        return switch (action) {
            case REPORT_PROGRESS -> obstacleToReport(key, level.isLeaf(), named);
            case ASSIGN_LEAD -> forCity(Permission.TASKS_ASSIGN, key, Optional.empty());
            case SET_DUE_DATE -> forCity(Permission.TASKS_EDIT, key, Optional.empty());
            case MAKE_WORK_POINT ->
                forCity(Permission.TASKS_EDIT, key, unless(level == TaskLevel.MEASURE, TaskError.NOT_A_MEASURE));
            case REVISE_WORK_POINT, WITHDRAW_WORK_POINT ->
                forCity(Permission.TASKS_EDIT, key, unless(level == TaskLevel.WORK_POINT, TaskError.NOT_A_WORK_POINT));
        };
    }

    private Optional<ErrorCode> forCity(Permission permission, TaskKey key, Optional<ErrorCode> otherwise) {
        return caller.may(permission) && actsForCity(key) ? otherwise : Optional.of(WebError.FORBIDDEN);
    }

    private static Optional<ErrorCode> unless(boolean met, TaskError error) {
        return met ? Optional.empty() : Optional.of(error);
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
