package org.finplan.tasks.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A node of the tree of a plan, as far as it has a life of its own: its units and its status change here. What the plan says of it
 * is written by {@code content} alone and read by {@code search}; only what rules need of that stands here.
 */
@Entity
@Table(name = "task")
@IdClass(TaskKey.class)
class Task {

    @Id
    private String plan;

    @Id
    private String id;

    @Column(updatable = false)
    private String level;

    @Column(updatable = false)
    private String clause;

    @Column(updatable = false)
    private List<String> regions;

    private String lead;

    private List<String> responsible;

    private List<String> cooperating;

    @Column(name = "lead_source")
    private String leadSource;

    @Column(name = "lead_by")
    private String leadBy;

    @Column(name = "lead_at")
    private Instant leadAt;

    @Column(name = "retired_in", updatable = false)
    private Integer retiredIn;

    @Column(name = "withdrawn_at", updatable = false)
    private Instant withdrawnAt;

    @Column(name = "due_date", updatable = false)
    private LocalDate dueDate;

    @Column(name = "next_milestone")
    private LocalDate nextMilestone;

    private String status;

    @Column(name = "claimed_status")
    private String claimedStatus;

    @Version
    private long version;

    protected Task() {}

    TaskKey key() {
        return new TaskKey(plan, id);
    }

    TaskLevel level() {
        return TaskLevel.of(level);
    }

    /** {@return whether the plan in force names it no more} */
    boolean isRetired() {
        return retiredIn != null;
    }

    /** {@return whether it is a work point that the city took back} */
    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** {@return regions that it names; none means the whole city} */
    List<String> regions() {
        return regions;
    }

    /** {@return its deadline, or null} */
    LocalDate dueDate() {
        return dueDate;
    }

    /** {@return what other concepts need of it} */
    Leaf toLeaf() {
        return new Leaf(key(), clause, TaskStatus.of(status), regions);
    }

    /** {@return the units that it is given to} */
    Responsibility responsibility() {
        return new Responsibility(lead, responsible, cooperating);
    }

    void assign(Responsibility units, String by, Instant at) {
        lead = units.lead();
        responsible = units.responsible();
        cooperating = units.cooperating();
        leadSource = Lead.ASSIGNED;
        leadBy = by;
        leadAt = at;
    }

    void planNext(LocalDate day) {
        nextMilestone = day;
    }

    void changeStatus(TaskStatus verified, TaskStatus claimed) {
        status = verified.code();
        claimedStatus = claimed.code();
    }
}
