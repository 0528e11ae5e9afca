package org.finplan.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.RoleName;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/**
 * Who may do what to a node: its city everything, a district reports on the leaves that concern it, a unit on those that it leads
 * or is responsible for.
 */
@ApplicationScoped
public class TaskAccess {

    private static final Set<String> OF_A_UNIT = Set.of(RoleName.UNIT_OFFICER);

    private final PlanRegister plans;
    private final Caller caller;
    private final RegionScope scope;

    TaskAccess(PlanRegister plans, Caller caller, RegionScope scope) {
        this.plans = plans;
        this.caller = caller;
        this.scope = scope;
    }

    /**
     * What of a node decides on who may do what.
     *
     * @param retired whether the plan in force names it no more
     * @param level how deep it stands; progress is reported on leaves
     * @param regions regions that it names
     * @param units units that it is given to
     */
    public record Node(boolean retired, TaskLevel level, List<String> regions, Responsibility units) {}

    /**
     * Finds what keeps the caller from an action now.
     *
     * @param action what
     * @param key key of the node
     * @param node the node
     * @return the first obstacle, or empty when the caller may
     */
    public Optional<ErrorCode> obstacle(TaskAction action, TaskKey key, Node node) {
        Optional<ErrorCode> always = unlessRetired(action, key, node);
        return always.isEmpty() && node.retired() ? Optional.of(TaskError.RETIRED) : always;
    }

    private Optional<ErrorCode> unlessRetired(TaskAction action, TaskKey key, Node node) {
        return switch (action) {
            case REPORT_PROGRESS -> obstacleToReport(key, node);
            case ASSIGN, ASSIGN_LEAD -> forCity(Permission.TASKS_ASSIGN, key, Optional.empty());
            case SET_DUE_DATE -> forCity(Permission.TASKS_EDIT, key, Optional.empty());
            case MAKE_WORK_POINT ->
                forCity(Permission.TASKS_EDIT, key, unless(node.level() == TaskLevel.MEASURE, TaskError.NOT_A_MEASURE));
            case REVISE_WORK_POINT, WITHDRAW_WORK_POINT ->
                forCity(
                        Permission.TASKS_EDIT,
                        key,
                        unless(node.level() == TaskLevel.WORK_POINT, TaskError.NOT_A_WORK_POINT));
            case PLAN_SCHEDULE -> obstacleToPlan(key, node);
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

    private Optional<ErrorCode> obstacleToPlan(TaskKey key, Node node) {
        if (!caller.may(Permission.TASKS_SCHEDULE) || !actsForCity(key)) {
            return Optional.of(WebError.FORBIDDEN);
        }
        return node.level().isLeaf() ? Optional.empty() : Optional.of(TaskError.NOT_SCHEDULED);
    }

    private Optional<ErrorCode> obstacleToReport(TaskKey key, Node node) {
        if (!caller.may(Permission.PROGRESS_REPORT)) {
            return Optional.of(WebError.FORBIDDEN);
        }
        if (!node.level().isLeaf()) {
            return Optional.of(TaskError.NOT_A_LEAF);
        }
        if (concernsAll(key) || isOfUnit(node)) {
            return Optional.empty();
        }
        if (OF_A_UNIT.containsAll(caller.roles())) {
            return Optional.of(TaskError.TASK_NOT_OF_UNIT);
        }
        return regionsOf(key, node.regions()).concernAny(caller.regions())
                ? Optional.empty()
                : Optional.of(TaskError.TASK_OUT_OF_SCOPE);
    }

    private boolean isOfUnit(Node node) {
        return caller.roles().contains(RoleName.UNIT_OFFICER)
                && node.units().reporting().stream().anyMatch(caller.units()::contains);
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
