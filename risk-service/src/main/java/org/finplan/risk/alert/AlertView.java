package org.finplan.risk.alert;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.alert.handling.AlertRights;
import org.finplan.risk.alert.handling.HandlingSteps;

/**
 * An alert as its readers see it.
 *
 * @param id id
 * @param version version, also its ETag
 * @param rule code of the rule that raised it
 * @param ruleVersion version of the rule
 * @param plan plan whose target is at stake
 * @param indicator indicator concerned
 * @param region region concerned
 * @param level blue, yellow, orange or red
 * @param state raised, acknowledged, disposing, monitoring or closed
 * @param stage stage of the plan's closed loop, or null outside it
 * @param round 1 for the first time, one more for each relapse
 * @param title what is the matter
 * @param evidence the newest finding
 * @param causeGone whether the newest finding no longer breaks the rule
 * @param raisedAt when this round began
 * @param acknowledgement who took charge, or null
 * @param disposal what was ordered, or null
 * @param feedback what came of it, or null
 * @param monitoring until when it is watched, or null
 * @param closure how it ended, or null
 * @param updatedAt when anything of this changed last
 * @param allowedActions what the caller may do now
 * @param blockedActions what the caller cannot do now, and why
 */
@Schema(name = "Alert")
record AlertView(
        UUID id,
        int version,
        String rule,
        int ruleVersion,
        String plan,
        String indicator,
        String region,
        String level,
        String state,
        @Nullable String stage,
        int round,
        LocalizedText title,
        EvidenceView evidence,
        boolean causeGone,
        Instant raisedAt,
        @Nullable HandlingSteps.Acknowledgement acknowledgement,
        @Nullable HandlingSteps.Disposal disposal,
        @Nullable HandlingSteps.Feedback feedback,
        @Nullable HandlingSteps.Monitoring monitoring,
        @Nullable HandlingSteps.Closure closure,
        Instant updatedAt,
        List<String> allowedActions,
        List<AlertRights.Blocked> blockedActions) {

    static AlertView of(Alert alert, AlertRights.Offer offer) {
        return new AlertView(
                alert.id,
                alert.version,
                alert.rule,
                alert.ruleVersion,
                alert.plan,
                alert.indicator,
                alert.region,
                alert.level.code(),
                alert.state.code(),
                alert.state.stage(),
                alert.round,
                alert.title(),
                EvidenceView.of(alert.evidence),
                alert.causeGone,
                alert.raisedAt,
                alert.acknowledgement,
                alert.disposal,
                alert.feedback,
                alert.monitoring,
                alert.closure,
                alert.updatedAt,
                offer.allowed(),
                offer.blocked());
    }

    /**
     * What an alert rests on.
     *
     * @param event id of the event that brought the figure
     * @param state what the rule said: breached or clear
     * @param reason why
     * @param period period of the figure
     * @param observation observation that was judged
     * @param version its version
     * @param actual its value
     * @param expected what it was held against
     * @param expectedObservation observation that gave the expectation, or null for a point on a path
     * @param expectedVersion its version, or null as above
     * @param gap actual less expected
     * @param unit unit code of the three
     * @param clause clause of the plan that sets the expectation; null when it is no target of the plan itself
     */
    @Schema(name = "Evidence")
    record EvidenceView(
            UUID event,
            String state,
            LocalizedText reason,
            String period,
            UUID observation,
            Integer version,
            BigDecimal actual,
            BigDecimal expected,
            @Nullable UUID expectedObservation,
            @Nullable Integer expectedVersion,
            BigDecimal gap,
            String unit,
            @Nullable String clause) {

        static EvidenceView of(Evidence evidence) {
            return evidence == null
                    ? null
                    : new EvidenceView(
                            evidence.event(),
                            evidence.state(),
                            evidence.reason(),
                            evidence.period(),
                            evidence.observation(),
                            evidence.version(),
                            evidence.actual(),
                            evidence.expected(),
                            evidence.expectedObservation(),
                            evidence.expectedVersion(),
                            evidence.gap(),
                            evidence.unit(),
                            evidence.clause());
        }
    }

    /**
     * One thing that happened to an alert.
     *
     * @param id id
     * @param kind what happened
     * @param summary the same in a sentence
     * @param occurredOn day it happened (Asia/Shanghai)
     * @param occurredAt instant it happened, or null when only the day is known
     * @param recordedAt when the suite learned of it
     * @param mode automatic, online or offline
     * @param actor subject, or the rule
     * @param note words of the actor, or null
     * @param round round of the loop
     * @param state state of the alert after it
     * @param level level of the alert after it
     * @param evidence finding behind it, or null
     */
    @Schema(name = "TimelineEntry")
    record TimelineView(
            UUID id,
            String kind,
            LocalizedText summary,
            LocalDate occurredOn,
            @Nullable Instant occurredAt,
            Instant recordedAt,
            String mode,
            String actor,
            @Nullable String note,
            int round,
            String state,
            String level,
            @Nullable EvidenceView evidence) {

        static TimelineView of(TimelineEntry entry) {
            return new TimelineView(
                    entry.id,
                    entry.kind,
                    TimelineKind.of(entry.kind).summary(),
                    entry.occurredOn(),
                    entry.dayOnly ? null : entry.occurredAt,
                    entry.recordedAt,
                    entry.mode,
                    entry.actor,
                    entry.note,
                    entry.round,
                    entry.state.code(),
                    entry.level.code(),
                    EvidenceView.of(entry.evidence));
        }
    }
}
