package org.finplan.risk.alert;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.events.AlertAcknowledged;
import org.finplan.platform.events.AlertAcknowledgementLapsed;
import org.finplan.platform.events.AlertLevelRaised;
import org.finplan.platform.events.AlertOverdue;
import org.finplan.platform.events.AlertRaised;
import org.finplan.platform.events.AlertRelapsed;
import org.finplan.platform.events.AlertResolved;
import org.finplan.platform.events.AlertUnmuted;
import org.finplan.platform.events.DisposalOrdered;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.risk.alert.deadline.ResponseStep;
import org.finplan.risk.alert.handling.HandlingSteps;
import org.finplan.risk.alert.muting.Mutes;
import org.finplan.risk.alert.timeline.TimelineKind;
import org.finplan.risk.rule.Level;

/** Appends to the outbox what became of an alert. The row of the alert is locked, so the order is that of its changes. */
@ApplicationScoped
class AlertEvents {

    private static final LocalizedText OF_A_CHAIN =
            new LocalizedText("担保链预警，详见预警", "An alert about a guarantee chain, see there");

    private final Outbox outbox;
    private final AlertRepository alerts;
    private final Mutes mutes;

    AlertEvents(Outbox outbox, AlertRepository alerts, Mutes mutes) {
        this.outbox = outbox;
        this.alerts = alerts;
        this.mutes = mutes;
    }

    void raised(Alert alert, UUID cause, @Nullable String mutedBy) {
        append(
                alert,
                new AlertRaised(
                        alert.id,
                        alert.rule,
                        alert.level.code(),
                        alert.state.code(),
                        title(alert),
                        alert.isDiscreet() ? alert.rule : alert.indicator,
                        alert.region,
                        alert.evidence.period(),
                        cause,
                        alert.raisedAt,
                        alert.institution,
                        alert.counterpart,
                        mutedBy));
    }

    void levelRaised(Alert alert, Level previous, UUID cause, @Nullable String mutedBy) {
        append(
                alert,
                new AlertLevelRaised(
                        alert.id,
                        previous.code(),
                        alert.level.code(),
                        reason(alert),
                        alert.region,
                        cause,
                        alert.updatedAt,
                        alert.institution,
                        mutedBy));
    }

    void relapsed(Alert alert, UUID cause, @Nullable String mutedBy) {
        append(
                alert,
                new AlertRelapsed(
                        alert.id,
                        alert.level.code(),
                        alert.region,
                        reason(alert),
                        cause,
                        alert.raisedAt,
                        alert.institution,
                        mutedBy));
    }

    void acknowledged(Alert alert) {
        append(
                alert,
                new AlertAcknowledged(alert.id, alert.region, alert.acknowledgement.by(), alert.acknowledgement.at()));
    }

    /** Something did not come in time. Where that raised the level, those who follow levels are told as by a rule. */
    void overdue(Alert alert, Level previous, ResponseStep step, Instant dueAt) {
        String mutedBy = mutedBy(List.of(alert)).get(alert.id);
        if (alert.level != previous) {
            append(
                    alert,
                    new AlertLevelRaised(
                            alert.id,
                            previous.code(),
                            alert.level.code(),
                            step.overdue(),
                            alert.region,
                            null,
                            alert.updatedAt,
                            alert.institution,
                            mutedBy));
        }
        append(
                alert,
                new AlertOverdue(
                        alert.id,
                        step.code(),
                        dueAt,
                        previous.code(),
                        alert.level.code(),
                        alert.region,
                        alert.updatedAt,
                        alert.institution,
                        mutedBy));
    }

    void lapsed(Alert alert, String by) {
        append(alert, new AlertAcknowledgementLapsed(alert.id, alert.region, by, alert.updatedAt));
    }

    void disposalOrdered(Alert alert) {
        HandlingSteps.Disposal disposal = alert.disposal;
        append(
                alert,
                new DisposalOrdered(
                        alert.id,
                        alert.region,
                        disposal.responsibleUnit(),
                        disposal.instruction(),
                        disposal.dueOn(),
                        disposal.by(),
                        disposal.at()));
    }

    /** The alert left the loop: closed by a person with feedback, or by its rule. */
    void resolved(Alert alert) {
        LocalizedText reason = alert.feedback == null
                ? TimelineKind.RESOLVED.summary()
                : new LocalizedText(alert.feedback.text(), alert.feedback.text());
        append(
                alert,
                new AlertResolved(
                        alert.id, alert.region, reason, alert.closure.by(), alert.closure.at(), alert.institution));
    }

    /** Nothing mutes it any more, and nobody has charge of it: what was muted is told. */
    void unmuted(Alert alert, Instant at) {
        alerts.tell(List.of(alert.id), List.of());
        append(
                alert,
                new AlertUnmuted(
                        alert.id, alert.rule, alert.level.code(), title(alert), alert.region, at, alert.institution));
    }

    /**
     * Asks by what alerts are muted of which something is to be told, and keeps whether it is told. What mutes is in the database,
     * and nowhere else: a program that was just started finds the same.
     *
     * @return path of what mutes, by id of the alert; of alerts that are not muted nothing
     */
    Map<UUID, String> mutedBy(Collection<Alert> told) {
        alerts.flush();
        Map<UUID, String> by = new HashMap<>();
        mutes.of(told.stream().map(alert -> alert.id).toList()).forEach((id, mute) -> by.put(id, mute.by()));
        if (!told.isEmpty()) {
            alerts.tell(told.stream().map(alert -> alert.id).toList(), by.keySet());
        }
        return by;
    }

    /** Who guarantees whom, and the firms, are for those who read networks: an event says that there is an alert, and no more. */
    private static LocalizedText title(Alert alert) {
        return alert.isDiscreet() ? OF_A_CHAIN : alert.title();
    }

    private static LocalizedText reason(Alert alert) {
        return alert.isDiscreet() ? OF_A_CHAIN : alert.evidence.reason();
    }

    private void append(Alert alert, EventData data) {
        outbox.append(new NewEvent(data, "alert/" + alert.id, alert.path(), alert.region));
    }
}
