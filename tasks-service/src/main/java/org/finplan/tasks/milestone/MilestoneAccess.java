package org.finplan.tasks.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.finplan.platform.access.Permission;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.archived.ArchivedPlanError;
import org.finplan.platform.planversion.archived.ArchivedPlans;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.action.Actions;
import org.finplan.tasks.task.TaskAccess;
import org.finplan.tasks.task.TaskAction;
import org.finplan.tasks.task.TaskLevel;
import org.finplan.tasks.task.search.TaskSnapshot;

/**
 * Who may do what to a milestone: the city plans; whoever may report progress on the leaf says that it was achieved; the one who said
 * so takes it back, or the city.
 */
@ApplicationScoped
class MilestoneAccess {

    private final TaskAccess tasks;
    private final PlanRegister plans;
    private final ArchivedPlans archived;
    private final Caller caller;
    private final RegionScope scope;

    MilestoneAccess(TaskAccess tasks, PlanRegister plans, ArchivedPlans archived, Caller caller, RegionScope scope) {
        this.tasks = tasks;
        this.plans = plans;
        this.archived = archived;
        this.caller = caller;
        this.scope = scope;
    }

    String subject() {
        return caller.subject();
    }

    /** Refuses what the state of a milestone, or the person, does not allow. The leaf is checked where it is opened. */
    void require(MilestoneAction action, Milestone milestone) {
        if (!action.allowedIn(milestone.state())) {
            throw MilestoneError.ACTION_NOT_ALLOWED.at(
                    "", milestone.state().code(), MilestoneAction.allowed(milestone.state()));
        }
        if (action == MilestoneAction.TAKE_BACK && !takesBack(milestone)) {
            throw MilestoneError.OTHERS_ACHIEVEMENT.problem();
        }
    }

    /** {@return what the caller may do to a milestone now} */
    Actions actions(Milestone milestone, TaskSnapshot leaf) {
        Actions actions = Actions.of(
                MilestoneAction.values(), MilestoneAction::label, action -> obstacle(action, milestone, leaf));
        return archived.since().containsKey(leaf.key().plan())
                ? actions.closedBy(ArchivedPlanError.PLAN_ARCHIVED)
                : actions;
    }

    private Optional<? extends ErrorCode> obstacle(MilestoneAction action, Milestone milestone, TaskSnapshot leaf) {
        TaskAction needed =
                switch (action) {
                    case ACHIEVE, TAKE_BACK -> TaskAction.REPORT_PROGRESS;
                    case REVISE, REMOVE -> TaskAction.PLAN_SCHEDULE;
                };
        TaskAccess.Node node =
                new TaskAccess.Node(leaf.retired(), TaskLevel.of(leaf.level()), leaf.regions(), leaf.units());
        Optional<ErrorCode> found = tasks.obstacle(needed, leaf.key(), node);
        if (found.isPresent()) {
            return found;
        }
        if (!action.allowedIn(milestone.state())) {
            return Optional.of(MilestoneError.ACTION_NOT_ALLOWED);
        }
        return action == MilestoneAction.TAKE_BACK && !takesBack(milestone)
                ? Optional.of(MilestoneError.OTHERS_ACHIEVEMENT)
                : Optional.empty();
    }

    private boolean takesBack(Milestone milestone) {
        return caller.subject().equals(milestone.achievedBy())
                || (caller.may(Permission.PROGRESS_REVIEW)
                        && scope.writable().contains(plans.city(milestone.key().plan())));
    }
}
