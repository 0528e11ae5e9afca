package org.finplan.risk.alert.inhibition;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Alerts of one rule mute those of another that are equal in something.
 *
 * @param id id
 * @param version version, also its ETag
 * @param region the city that it is of
 * @param sourceRule rule whose open alerts mute
 * @param sourceState state that such an alert must be in, or null for any that is open
 * @param targetRule rule whose alerts are muted, or null for every other one
 * @param equal in what both alerts are equal: region, institution or subject
 * @param reason why the one follows from the other; shown on a muted alert
 * @param author who made it
 * @param createdAt when
 * @param retiredBy who retired it, or null
 * @param retiredAt when, or null
 */
@Schema(name = "InhibitionRule")
record InhibitionRule(
        UUID id,
        int version,
        String region,
        String sourceRule,
        @Nullable String sourceState,
        @Nullable String targetRule,
        String equal,
        String reason,
        String author,
        Instant createdAt,
        @Nullable String retiredBy,
        @Nullable Instant retiredAt) {

    /**
     * Whether alerts could mute each other in a circle, so that nobody would hear of any of them.
     *
     * @param others the rules in force beside it
     * @return whether what it mutes may, by other rules, mute its source
     */
    boolean closesCircle(Collection<InhibitionRule> others) {
        Set<String> seen = new HashSet<>();
        Deque<InhibitionRule> open = new ArrayDeque<>();
        open.add(this);
        while (!open.isEmpty()) {
            InhibitionRule step = open.pop();
            for (InhibitionRule next : others) {
                if (step.mutes(next.sourceRule)) {
                    if (next.mutes(sourceRule)) {
                        return true;
                    }
                    if (seen.add(next.sourceRule + " " + next.targetRule)) {
                        open.add(next);
                    }
                }
            }
        }
        return false;
    }

    private boolean mutes(String rule) {
        return targetRule == null ? !rule.equals(sourceRule) : targetRule.equals(rule);
    }

    String path() {
        return "/api/v1/inhibition-rules/" + id;
    }
}
