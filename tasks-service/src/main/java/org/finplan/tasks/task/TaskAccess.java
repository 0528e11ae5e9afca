package org.finplan.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.plan.PlanRegister;

/** Who may do what to a node: the city everything, a district reports on the leaves that concern it. */
@ApplicationScoped
class TaskAccess {

    private final PlanRegister plans;
    private final Caller caller;
    private final RegionScope scope;

    TaskAccess(PlanRegister plans, Caller caller, RegionScope scope) {
        this.plans = plans;
        this.caller = caller;
        this.scope = scope;
    }

    /** {@return who the caller is} */
    String subject() {
        return caller.subject();
    }

    /** {@return the regions whose figures and reports the caller reads} */
    RegionSet readable() {
        return scope.readable();
    }

    /**
     * Tells why the caller may not do something now.
     *
     * @param action what
     * @param task the node
     * @return the first obstacle, or empty when the caller may
     */
    Optional<ErrorCode> obstacle(TaskAction action, Task task) {
        return switch (action) {
            case REPORT_PROGRESS -> obstacleToReport(task);
            case ASSIGN_LEAD ->
                caller.may(Permission.TASKS_ASSIGN) ? Optional.empty() : Optional.of(WebError.FORBIDDEN);
        };
    }

    /**
     * The regions that a leaf concerns.
     *
     * @param plan plan code
     * @param named regions that it names
     * @return the regions
     */
    LeafRegions regionsOf(String plan, List<String> named) {
        return new LeafRegions(named, plans.city(plan), plans.regions());
    }

    private Optional<ErrorCode> obstacleToReport(Task task) {
        if (!caller.may(Permission.PROGRESS_REPORT)) {
            return Optional.of(WebError.FORBIDDEN);
        }
        if (!task.leaf()) {
            return Optional.of(TaskError.NOT_A_LEAF);
        }
        if (!concernsAll() && !regionsOf(task.plan(), task.regions()).concernAny(caller.regions())) {
            return Optional.of(TaskError.TASK_OUT_OF_SCOPE);
        }
        return Optional.empty();
    }

    /** Whoever reviews the reports of all regions may report on any leaf. */
    private boolean concernsAll() {
        return caller.may(Permission.PROGRESS_REVIEW);
    }
}
