package org.finplan.risk.alert.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.risk.alert.evidence.EvidenceView;
import org.finplan.risk.alert.handling.AlertRights;
import org.finplan.risk.alert.handling.HandlingSteps;
import org.finplan.risk.alert.muting.Mute;

/**
 * An alert as its readers see it.
 *
 * @param id id
 * @param version version
 * @param rule code of the rule that raised it
 * @param ruleVersion version of the rule
 * @param plan plan whose target, or whose clause on supervision, is at stake
 * @param indicator indicator concerned; of an institution the formula over its metrics that is judged
 * @param retired true when the plan in force has the indicator no more: the alert stands as it was; absent otherwise
 * @param region region concerned
 * @param institution unified social credit code of the institution concerned; absent when there is none
 * @param counterpart the borrower or group toward which the institution is judged; absent when there is none
 * @param level blue, yellow, orange or red
 * @param state raised, acknowledged, disposing, monitoring or closed
 * @param stage stage of the plan's closed loop, or null outside it
 * @param round 1 for the first time, one more for each relapse
 * @param title what is the matter
 * @param evidence the newest finding
 * @param causeGone whether the newest finding no longer breaks the rule
 * @param warning phase of the warning that it follows: firing, held, resolved, pending or inactive
 * @param raisedAt when this round began
 * @param dueAt until when what it waits for must come, or null when it waits for nothing, or nobody was in time
 * @param overdueSince since when something is overdue, or null
 * @param acknowledgement who took charge, or null
 * @param disposal what was ordered, or null
 * @param feedback what came of it, or null
 * @param monitoring until when it is watched, or null
 * @param closure how it ended, or null
 * @param updatedAt when anything of this changed last
 * @param muted what mutes it at the moment of asking, so that no messages about it are sent; null when nothing does
 * @param allowedActions what the caller may do now
 * @param blockedActions what the caller cannot do now, and why
 */
@Schema(name = "Alert")
public record AlertView(
        UUID id,
        int version,
        String rule,
        int ruleVersion,
        String plan,
        String indicator,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean retired,
        String region,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String institution,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String counterpart,
        String level,
        String state,
        @Nullable String stage,
        int round,
        LocalizedText title,
        EvidenceView evidence,
        boolean causeGone,
        String warning,
        Instant raisedAt,
        @Nullable Instant dueAt,
        @Nullable Instant overdueSince,
        @Nullable HandlingSteps.Acknowledgement acknowledgement,
        @Nullable HandlingSteps.Disposal disposal,
        @Nullable HandlingSteps.Feedback feedback,
        @Nullable HandlingSteps.Monitoring monitoring,
        @Nullable HandlingSteps.Closure closure,
        Instant updatedAt,
        @Nullable Mute muted,
        List<String> allowedActions,
        List<AlertRights.Blocked> blockedActions) {

    /** {@return its ETag: of its version, and of what mutes it, which changes without a new version} */
    public String tag() {
        return muted == null ? EntityTags.of(version) : EntityTags.of(Integer.toString(version), muted.by());
    }
}
