package org.finplan.tasks.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.MilestoneAchieved;
import org.finplan.platform.events.MilestoneTakenBack;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.tasks.task.Leaf;

/** Tells what happened to milestones, and records it in the audit trail, in the transaction of the change. */
@ApplicationScoped
class MilestonePublisher {

    private final Outbox outbox;
    private final AuditTrail audit;
    private final PlanRegister plans;

    MilestonePublisher(Outbox outbox, AuditTrail audit, PlanRegister plans) {
        this.outbox = outbox;
        this.audit = audit;
        this.plans = plans;
    }

    void planned(Milestone milestone) {
        record("milestone.plan", milestone, milestone.content().plannedDate().toString());
    }

    void revised(Milestone milestone) {
        record("milestone.revise", milestone, milestone.content().plannedDate().toString());
    }

    void achieved(Milestone milestone, Leaf leaf, int workingDaysLate) {
        append(
                milestone,
                new MilestoneAchieved(
                        milestone.id(),
                        leaf.key().plan(),
                        leaf.key().id(),
                        leaf.clause(),
                        milestone.content().title(),
                        milestone.content().plannedDate(),
                        milestone.achievedOn(),
                        workingDaysLate,
                        milestone.achievedBy(),
                        milestone.achievedAt()));
        record("milestone.achieve", milestone, milestone.achievedOn().toString());
    }

    void takenBack(Milestone milestone, Leaf leaf) {
        Milestone.Change change = milestone.lastChange();
        append(
                milestone,
                new MilestoneTakenBack(
                        milestone.id(),
                        leaf.key().plan(),
                        leaf.key().id(),
                        leaf.clause(),
                        milestone.content().title(),
                        milestone.content().plannedDate(),
                        change.reason(),
                        change.by(),
                        change.at()));
        record("milestone.take-back", milestone, change.reason());
    }

    void removed(Milestone milestone) {
        record("milestone.remove", milestone, milestone.lastChange().reason());
    }

    private void append(Milestone milestone, EventData data) {
        outbox.append(new NewEvent(data, milestone.key().aggregate(), milestone.path(), city(milestone)));
    }

    private void record(String action, Milestone milestone, String detail) {
        audit.record(action, milestone.path(), city(milestone), milestone.key().id() + " " + detail);
    }

    /** A milestone is that of the whole leaf, whichever regions it names. */
    private String city(Milestone milestone) {
        return plans.city(milestone.key().plan());
    }
}
