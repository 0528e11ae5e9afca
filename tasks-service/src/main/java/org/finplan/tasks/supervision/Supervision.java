package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.workday.WorkingDays;
import org.finplan.tasks.supervision.clock.CountedDays;
import org.finplan.tasks.supervision.clock.Deadline;
import org.finplan.tasks.supervision.clock.Standstill;
import org.finplan.tasks.supervision.ladder.Audience;
import org.finplan.tasks.supervision.ladder.Climb;
import org.finplan.tasks.supervision.ladder.Ladder;
import org.finplan.tasks.supervision.ladder.LadderText;
import org.finplan.tasks.supervision.lifecycle.LifeCycle;
import org.finplan.tasks.supervision.lifecycle.Situation;
import org.finplan.tasks.supervision.lifecycle.SupervisionMove;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;
import org.finplan.tasks.supervision.score.Score;
import org.finplan.tasks.supervision.timeline.SupervisionMoment;
import org.hibernate.annotations.SecondaryRow;

/** A supervised matter. Moves are checked by {@link LifeCycle} before they are made here. */
@Entity
@Table(name = "supervision")
@SecondaryTable(name = Climbed.TABLE, pkJoinColumns = @PrimaryKeyJoinColumn(name = "supervision"))
@SecondaryRow(table = Climbed.TABLE, optional = false)
class Supervision {

    @Id
    UUID id;

    @Version
    long version;

    @Column(updatable = false)
    String title;

    String unit;

    @Column(updatable = false)
    String region;

    @Column(updatable = false)
    String city;

    @Column(updatable = false)
    String plan;

    @Column(updatable = false)
    String task;

    @Column(updatable = false)
    UUID alert;

    @Column(name = "cause_kind", updatable = false)
    String causeKind;

    @Column(name = "cause_key", updatable = false)
    String causeKey;

    @Column(updatable = false)
    String cause;

    @Column(name = "evidence_required", updatable = false)
    boolean evidenceRequired;

    SupervisionState state;
    int moves;

    @Column(name = "moved_on")
    LocalDate movedOn;

    @Embedded
    GivenTime time = new GivenTime();

    @Column(name = "original_due", updatable = false)
    LocalDate originalDue;

    @Column(name = "current_due")
    LocalDate currentDue;

    boolean provisional;

    /** Fingerprint of the calendar that the deadline was last reckoned by. */
    String calendar;

    String standstills;

    @Column(updatable = false)
    String ladder;

    @Embedded
    Climbed climbed = new Climbed();

    /** The escalations that it was closed with. */
    int escalated;

    int urges;
    int replies;
    int returns;

    @Column(name = "replied_by")
    String repliedBy;

    @Column(name = "replied_on")
    LocalDate repliedOn;

    @Column(name = "overdue_days")
    Integer overdueDays;

    /** The question for a pause that waits, and who asked, or null. */
    UUID suspension;

    @Column(name = "suspension_by")
    String suspensionBy;

    /** The question for more time that waits, and who asked, or null. */
    UUID extension;

    @Column(name = "extension_by")
    String extensionBy;

    @Column(name = "opened_by", updatable = false)
    String openedBy;

    @Column(name = "opened_at", updatable = false)
    Instant openedAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "closed_at")
    Instant closedAt;

    String score;
    Integer points;

    /** Whether its deadline, or the calendar that this was reckoned by, is another one than was read. */
    @Transient
    boolean reckonedOtherwise;

    protected Supervision() {}

    /** Registers a matter on behalf of somebody, or of a kind of cause. */
    Supervision(UUID id, String city, NewMatter matter, String by, Instant at) {
        this.id = id;
        this.title = matter.title();
        this.unit = matter.unit();
        this.region = matter.region();
        this.city = city;
        this.plan = matter.concerns().plan();
        this.task = matter.concerns().task();
        this.alert = matter.concerns().alert();
        this.causeKind = matter.cause().kind().code();
        this.causeKey = matter.cause().key();
        this.cause = matter.cause().text();
        this.evidenceRequired = matter.evidenceRequired();
        this.ladder = LadderText.write(matter.ladder());
        this.standstills = "";
        this.openedBy = by;
        this.openedAt = at;
        this.moves = 1;
        this.state = SupervisionState.REGISTERED;
        this.movedOn = matter.limit().from();
        this.climbed.region = matter.region();
        this.climbed.to(Audience.SUPERVISOR);
        this.updatedAt = at;
        time.grant(matter.limit());
    }

    /** Reckons the first deadline, by a calendar. */
    void firstDeadline(WorkingDays days) {
        Deadline first = Deadline.first(time.limit(), days);
        originalDue = first.original();
        currentDue = first.current();
        provisional = first.provisional();
    }

    /** {@return what readers see as its version: it goes up with each change of either table} */
    long seenVersion() {
        return version + climbed.version;
    }

    /** Its deadline was reckoned anew, by a calendar. */
    void reckoned(Deadline deadline, String fingerprint) {
        reckonedOtherwise |= !deadline.equals(deadline()) || !fingerprint.equals(calendar);
        currentDue = deadline.current();
        provisional = deadline.provisional();
        calendar = fingerprint;
    }

    String path() {
        return "/api/v1/supervisions/" + id;
    }

    String aggregate() {
        return "supervision/" + id;
    }

    List<Standstill> spans() {
        return Standstill.list(standstills);
    }

    CountedDays days(WorkingDays calendarOfTheCity) {
        return new CountedDays(calendarOfTheCity, spans());
    }

    boolean stands(LocalDate today) {
        return spans().stream().anyMatch(span -> span.covers(today));
    }

    Situation situation(LocalDate today) {
        return new Situation(state, stands(today), suspension != null, extension != null);
    }

    Deadline deadline() {
        return new Deadline(originalDue, currentDue, provisional);
    }

    Ladder ladder() {
        return LadderText.read(ladder);
    }

    Climb climb(List<Climb.Taken> taken) {
        return new Climb(state, time.from, movedOn, moves, currentDue, time.deadlines, taken);
    }

    SupervisionMoment moment() {
        return new SupervisionMoment(id, region, state, currentDue);
    }

    boolean overdue(LocalDate today) {
        return state.isWithUnit() && currentDue.isBefore(today);
    }

    @Nullable
    Score reckonedScore() {
        return score == null ? null : LadderText.score(score);
    }

    /** Makes a move that leads to another state, or starts the same one anew. */
    void move(SupervisionMove move, boolean accepted, LocalDate today, Instant at) {
        state = LifeCycle.after(state, move, accepted);
        moves++;
        movedOn = today;
        climbed.to(state.isWithUnit() ? Audience.UNIT : Audience.SUPERVISOR);
        updatedAt = at;
    }

    void suspensionAsked(@Nullable UUID question, @Nullable String by) {
        suspension = question;
        suspensionBy = by;
    }

    void extensionAsked(@Nullable UUID question, @Nullable String by) {
        extension = question;
        extensionBy = by;
    }

    void stand(Standstill span) {
        List<Standstill> all = new ArrayList<>(spans());
        all.add(span);
        standstills = Standstill.text(all);
    }

    /** Ends the pause of today. */
    void resume(LocalDate today) {
        standstills = Standstill.text(spans().stream()
                .map(span -> span.covers(today) ? span.endedOn(today) : span)
                .toList());
    }

    void close(int daysLate, Instant at) {
        overdueDays = daysLate;
        closedAt = at;
        escalated = climbed.escalations;
        climbed.nextOn = null;
    }

    void scored(Score reckoned) {
        score = LadderText.write(reckoned);
        points = reckoned.total();
    }
}
