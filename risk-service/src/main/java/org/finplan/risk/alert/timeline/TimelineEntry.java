package org.finplan.risk.alert.timeline;

import java.time.Instant;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.time.BusinessTime;
import org.finplan.risk.alert.evidence.Evidence;
import org.finplan.risk.alert.handling.ReportedWork;

/**
 * One thing that happened to an alert. Never changed: the timeline is the record of who did what when.
 *
 * @param id id, in the order of recording
 * @param alert the alert after it
 * @param kind what happened
 * @param occurredAt when, the beginning of the day (Asia/Shanghai) when only that is known
 * @param dayOnly whether only the day is known
 * @param recordedAt when the suite learned of it
 * @param mode automatic, online or offline
 * @param actor subject, or the rule
 * @param note words of the actor, or null
 * @param evidence the finding behind it, or null
 */
record TimelineEntry(
        UUID id,
        AlertMoment alert,
        TimelineKind kind,
        Instant occurredAt,
        boolean dayOnly,
        Instant recordedAt,
        String mode,
        String actor,
        String note,
        Evidence evidence) {

    private static final String AUTOMATIC = "automatic";

    static TimelineEntry ofRule(AlertMoment alert, TimelineKind kind, String rule, Evidence evidence, Instant now) {
        return new TimelineEntry(Identifiers.next(), alert, kind, now, false, now, AUTOMATIC, rule, null, evidence);
    }

    static TimelineEntry ofMove(AlertMoment alert, String rule, String regions, Instant now) {
        return new TimelineEntry(
                Identifiers.next(), alert, TimelineKind.MOVED, now, false, now, AUTOMATIC, rule, regions, null);
    }

    static TimelineEntry ofWork(AlertMoment alert, TimelineKind kind, String actor, ReportedWork work, Instant now) {
        boolean dayOnly = work.occurredOn() != null;
        Instant occurredAt = dayOnly ? BusinessTime.startOf(work.occurredOn()) : now;
        return new TimelineEntry(
                Identifiers.next(),
                alert,
                kind,
                occurredAt,
                dayOnly,
                now,
                work.mode().code(),
                actor,
                work.text(),
                null);
    }
}
