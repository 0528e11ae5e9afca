package org.finplan.tasks.milestone;

import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.milestone.schedule.Step;
import org.finplan.tasks.task.TaskKey;

/** A milestone of a leaf. The day that was planned first stays for ever; who changed it last, and why, stands with it. */
@Entity
@Table(name = "task_milestone")
class Milestone {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String plan;

    @Column(updatable = false)
    private String task;

    private int ordinal;

    @Column(name = "title_zh")
    private String titleZh;

    @Column(name = "title_en")
    private String titleEn;

    @Column(name = "planned_start")
    private LocalDate plannedStart;

    @Column(name = "planned_date")
    private LocalDate plannedDate;

    @Column(name = "original_date", updatable = false)
    private LocalDate originalDate;

    private BigDecimal weight;

    @Column(name = "achieved_on")
    private LocalDate achievedOn;

    @Column(name = "achieved_by")
    private String achievedBy;

    @Column(name = "achieved_at")
    private Instant achievedAt;

    @Column(name = "achieved_note")
    private String achievedNote;

    @Column(name = "removed_at")
    private Instant removedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "change_reason")
    private String changeReason;

    @Version
    private long version;

    protected Milestone() {}

    /**
     * Plans a milestone.
     *
     * @param id its id
     * @param key leaf that it is of
     * @param content what it says
     * @param change who plans it, and when
     */
    Milestone(UUID id, TaskKey key, Content content, Change change) {
        this.id = id;
        this.plan = key.plan();
        this.task = key.id();
        this.originalDate = content.plannedDate();
        revise(content, change);
    }

    /**
     * What a milestone says.
     *
     * @param order place among the milestones of its leaf
     * @param title what is to be reached
     * @param plannedStart day on which its work is planned to begin, or null
     * @param plannedDate day by which it is planned to be reached
     * @param weight its share beside those of the others, or null
     */
    record Content(
            int order,
            LocalizedText title,
            @Nullable LocalDate plannedStart,
            LocalDate plannedDate,
            @Nullable BigDecimal weight) {}

    /**
     * A change of a milestone.
     *
     * @param by subject of whoever makes it
     * @param at when
     * @param reason why, or null where none is asked for
     */
    record Change(String by, Instant at, @Nullable String reason) {}

    UUID id() {
        return id;
    }

    TaskKey key() {
        return new TaskKey(plan, task);
    }

    String path() {
        return "/api/v1/milestones/" + id;
    }

    MilestoneState state() {
        if (removedAt != null) {
            return MilestoneState.REMOVED;
        }
        return achievedOn == null ? MilestoneState.PLANNED : MilestoneState.ACHIEVED;
    }

    Content content() {
        return new Content(ordinal, new LocalizedText(titleZh, titleEn), plannedStart, plannedDate, weight);
    }

    LocalDate originalDate() {
        return originalDate;
    }

    LocalDate achievedOn() {
        return achievedOn;
    }

    String achievedBy() {
        return achievedBy;
    }

    Instant achievedAt() {
        return achievedAt;
    }

    String achievedNote() {
        return achievedNote;
    }

    Instant removedAt() {
        return removedAt;
    }

    Change lastChange() {
        return new Change(changedBy, changedAt, changeReason);
    }

    long version() {
        return version;
    }

    /** {@return what a schedule needs of it} */
    Step step() {
        return new Step(id, content().title(), plannedStart, plannedDate, achievedOn, weight);
    }

    void revise(Content content, Change change) {
        ordinal = content.order();
        titleZh = content.title().zh();
        titleEn = content.title().en();
        plannedStart = content.plannedStart();
        plannedDate = content.plannedDate();
        weight = content.weight();
        changed(change);
    }

    void achieve(LocalDate on, @Nullable String note, Change change) {
        achievedOn = on;
        achievedBy = change.by();
        achievedAt = change.at();
        achievedNote = note;
        changed(change);
    }

    void takeBack(Change change) {
        achievedOn = null;
        achievedBy = null;
        achievedAt = null;
        achievedNote = null;
        changed(change);
    }

    void remove(Change change) {
        removedAt = change.at();
        changed(change);
    }

    private void changed(Change change) {
        changedBy = change.by();
        changedAt = change.at();
        changeReason = change.reason();
    }
}
