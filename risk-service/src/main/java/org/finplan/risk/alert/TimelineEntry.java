package org.finplan.risk.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.time.BusinessTime;
import org.finplan.risk.alert.handling.ReportedWork;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.rule.Level;
import org.hibernate.annotations.Immutable;

/** One thing that happened to an alert. Never changed: the timeline is the record of who did what when. */
@Entity
@Immutable
@Table(name = "alert_timeline")
class TimelineEntry {

    static final String AUTOMATIC = "automatic";

    @Id
    UUID id;

    UUID alert;
    String region;
    String kind;
    int round;
    AlertState state;
    Level level;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "day_only")
    boolean dayOnly;

    @Column(name = "recorded_at")
    Instant recordedAt;

    String mode;
    String actor;
    String note;

    @Embedded
    Evidence evidence;

    /** For Hibernate. */
    protected TimelineEntry() {}

    private TimelineEntry(Alert alert, TimelineKind kind, String actor, String mode, Instant at) {
        this.id = Identifiers.next();
        this.alert = alert.id;
        this.region = alert.region;
        this.kind = kind.code();
        this.round = alert.round;
        this.state = alert.state;
        this.level = alert.level;
        this.occurredAt = at;
        this.recordedAt = at;
        this.actor = actor;
        this.mode = mode;
    }

    /** What a rule did; the alert is as it stands after it. */
    static TimelineEntry automatic(Alert alert, TimelineKind kind, Evidence evidence, Instant at) {
        TimelineEntry entry = new TimelineEntry(alert, kind, alert.rule, AUTOMATIC, at);
        entry.evidence = evidence;
        return entry;
    }

    /** What a person did; the alert is as it stands after it. */
    static TimelineEntry by(String actor, Alert alert, TimelineKind kind, ReportedWork work, Instant at) {
        TimelineEntry entry = new TimelineEntry(alert, kind, actor, work.mode().code(), at);
        entry.note = work.text();
        if (work.occurredOn() != null) {
            entry.occurredAt = BusinessTime.startOf(work.occurredOn());
            entry.dayOnly = true;
        }
        return entry;
    }

    LocalDate occurredOn() {
        return BusinessTime.dayOf(occurredAt);
    }
}
