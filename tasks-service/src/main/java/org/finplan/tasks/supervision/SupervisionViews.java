package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.tasks.action.Actions;
import org.finplan.tasks.supervision.clock.Standstill;
import org.finplan.tasks.supervision.ladder.Ladder;
import org.finplan.tasks.supervision.lifecycle.LifeCycle;
import org.finplan.tasks.supervision.lifecycle.SupervisionMove;
import org.finplan.tasks.supervision.question.Questions;
import org.finplan.tasks.supervision.reply.Replies;

/** Shows matters, with what their reader may do now. */
@ApplicationScoped
class SupervisionViews {

    private final SupervisionAccess access;
    private final SupervisionSchedule schedule;
    private final Replies replies;
    private final Questions questions;
    private final PlanRegister plans;

    SupervisionViews(
            SupervisionAccess access,
            SupervisionSchedule schedule,
            Replies replies,
            Questions questions,
            PlanRegister plans) {
        this.access = access;
        this.schedule = schedule;
        this.replies = replies;
        this.questions = questions;
        this.plans = plans;
    }

    SupervisionSummaryView summary(Supervision matter) {
        LocalDate today = schedule.today();
        return new SupervisionSummaryView(
                matter.id,
                matter.seenVersion(),
                matter.title,
                matter.unit,
                matter.region,
                plans.regionName(matter.region),
                matter.plan,
                matter.task,
                matter.alert,
                CauseKind.of(matter.causeKind),
                matter.cause,
                matter.state,
                deadline(matter, today),
                matter.overdue(today),
                matter.climbed.colour,
                matter.climbed.holder,
                matter.points,
                matter.openedAt,
                matter.updatedAt,
                actions(matter, today).allowed());
    }

    SupervisionView view(Supervision matter) {
        LocalDate today = schedule.today();
        Actions actions = actions(matter, today);
        Ladder ladder = matter.ladder();
        return new SupervisionView(
                matter.id,
                matter.seenVersion(),
                matter.title,
                matter.unit,
                matter.region,
                plans.regionName(matter.region),
                matter.plan,
                matter.task,
                matter.alert,
                CauseKind.of(matter.causeKind),
                matter.cause,
                matter.state,
                matter.state.label(),
                deadline(matter, today),
                matter.overdue(today),
                matter.climbed.colour,
                matter.climbed.holder,
                ladder.code(),
                ladder.version(),
                new SupervisionView.Counts(
                        matter.climbed.reminders, matter.climbed.escalations, matter.urges, matter.returns),
                matter.evidenceRequired,
                replies.of(matter.id),
                questions.of(matter.id),
                matter.reckonedScore(),
                matter.openedBy,
                matter.openedAt,
                matter.updatedAt,
                matter.closedAt,
                actions.allowed(),
                actions.blocked());
    }

    private static SupervisionSummaryView.DeadlineView deadline(Supervision matter, LocalDate today) {
        LocalDate until = matter.spans().stream()
                .filter(span -> span.covers(today))
                .map(Standstill::until)
                .findFirst()
                .orElse(null);
        return new SupervisionSummaryView.DeadlineView(
                matter.originalDue, matter.currentDue, matter.provisional, until);
    }

    private Actions actions(Supervision matter, LocalDate today) {
        return Actions.of(SupervisionMove.values(), SupervisionMove::code, move -> obstacle(matter, move, today));
    }

    private Optional<ErrorCode> obstacle(Supervision matter, SupervisionMove move, LocalDate today) {
        return access.obstacle(move)
                .or(() -> LifeCycle.allows(matter.situation(today), move)
                        ? Optional.empty()
                        : Optional.of(SupervisionError.ACTION_NOT_ALLOWED))
                .or(() -> own(matter, move));
    }

    /** Nobody decides on what they said or asked for. */
    Optional<ErrorCode> own(Supervision matter, SupervisionMove move) {
        return switch (move) {
            case VERIFY -> own(matter.repliedBy, SupervisionError.OWN_REPLY);
            case DECIDE_SUSPENSION -> own(matter.suspensionBy, SupervisionError.OWN_QUESTION);
            case DECIDE_EXTENSION -> own(matter.extensionBy, SupervisionError.OWN_QUESTION);
            default -> Optional.empty();
        };
    }

    private Optional<ErrorCode> own(@Nullable String by, SupervisionError obstacle) {
        return access.subject().equals(by) ? Optional.of(obstacle) : Optional.empty();
    }
}
