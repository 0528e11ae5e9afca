package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.ExtensionDecided;
import org.finplan.platform.events.SupervisionAcknowledged;
import org.finplan.platform.events.SupervisionAssigned;
import org.finplan.platform.events.SupervisionClosed;
import org.finplan.platform.events.SupervisionEscalated;
import org.finplan.platform.events.SupervisionIssued;
import org.finplan.platform.events.SupervisionReminded;
import org.finplan.platform.events.SupervisionReplied;
import org.finplan.platform.events.SupervisionRescheduled;
import org.finplan.platform.events.SupervisionReturned;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;

/** Publishes what happened to a matter, in the transaction of the change. */
@ApplicationScoped
class SupervisionEvents {

    private final Outbox outbox;

    SupervisionEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void issued(Supervision matter) {
        append(
                matter,
                new SupervisionIssued(
                        matter.id,
                        matter.title,
                        matter.unit,
                        matter.region,
                        matter.causeKind,
                        matter.cause,
                        matter.currentDue,
                        matter.provisional,
                        matter.plan,
                        matter.task,
                        matter.alert,
                        matter.openedBy,
                        matter.openedAt));
    }

    void assigned(Supervision matter, String by, Instant at) {
        append(
                matter,
                new SupervisionAssigned(
                        matter.id, matter.title, matter.unit, matter.region, matter.currentDue, by, at));
    }

    void acknowledged(Supervision matter, String by, Instant at) {
        append(matter, new SupervisionAcknowledged(matter.id, matter.unit, matter.region, matter.currentDue, by, at));
    }

    void replied(Supervision matter, int evidence, String by, Instant at) {
        append(matter, new SupervisionReplied(matter.id, matter.unit, matter.region, matter.replies, evidence, by, at));
    }

    void returned(Supervision matter, String remark, String by, Instant at) {
        append(
                matter,
                new SupervisionReturned(
                        matter.id,
                        matter.title,
                        matter.unit,
                        matter.region,
                        matter.replies,
                        remark,
                        matter.currentDue,
                        by,
                        at));
    }

    /**
     * What is told to somebody about a matter.
     *
     * @param step code of the step of the ladder, or null
     * @param kind reminder or letter
     * @param tell who hears of it, with commas between
     * @param scheduledOn working day that the ladder says, or null
     * @param text words of whoever urged, or null
     * @param by subject, or ladder
     * @param at when
     */
    record Telling(
            @Nullable String step,
            String kind,
            String tell,
            @Nullable LocalDate scheduledOn,
            @Nullable String text,
            String by,
            Instant at) {}

    void told(Supervision matter, Telling telling, boolean escalates) {
        String colour = matter.climbed.told();
        EventData data = escalates
                ? new SupervisionEscalated(
                        matter.id,
                        matter.title,
                        matter.unit,
                        matter.region,
                        telling.step(),
                        telling.kind(),
                        telling.tell(),
                        colour,
                        matter.currentDue,
                        telling.scheduledOn(),
                        telling.text(),
                        telling.by(),
                        telling.at())
                : new SupervisionReminded(
                        matter.id,
                        matter.title,
                        matter.unit,
                        matter.region,
                        telling.step(),
                        telling.kind(),
                        telling.tell(),
                        colour,
                        matter.currentDue,
                        telling.scheduledOn(),
                        telling.text(),
                        telling.by(),
                        telling.at());
        append(matter, data);
    }

    void rescheduled(Supervision matter, String reason, LocalDate previousDue, Instant at) {
        append(
                matter,
                new SupervisionRescheduled(
                        matter.id,
                        matter.title,
                        matter.unit,
                        matter.region,
                        reason,
                        previousDue,
                        matter.currentDue,
                        matter.provisional,
                        at));
    }

    void extensionDecided(
            Supervision matter,
            boolean accepted,
            LocalDate previousDue,
            @Nullable String remark,
            String by,
            Instant at) {
        append(
                matter,
                new ExtensionDecided(
                        matter.id,
                        matter.title,
                        matter.unit,
                        matter.region,
                        accepted,
                        previousDue,
                        matter.currentDue,
                        remark,
                        by,
                        at));
    }

    void closed(Supervision matter, String by, Instant at) {
        append(
                matter,
                new SupervisionClosed(
                        matter.id, matter.title, matter.unit, matter.region, matter.overdueDays == 0, by, at));
    }

    private void append(Supervision matter, EventData data) {
        outbox.append(new NewEvent(data, matter.aggregate(), matter.path(), matter.region));
    }
}
