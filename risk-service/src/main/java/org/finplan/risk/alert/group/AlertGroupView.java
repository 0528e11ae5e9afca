package org.finplan.risk.alert.group;

import jakarta.annotation.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Open alerts that have something in common.
 *
 * @param region their region, or null when they are of several
 * @param rule their rule, or null when they are of several
 * @param count how many there are
 * @param worst the gravest level among them
 * @param levels how many of each level
 * @param unattended how many nobody has charge of
 * @param overdue how many something is overdue of
 * @param muted how many are muted now
 * @param newestRaisedAt when the newest was raised
 */
@Schema(name = "AlertGroup")
record AlertGroupView(
        @Nullable String region,
        @Nullable String rule,
        int count,
        String worst,
        Levels levels,
        int unattended,
        int overdue,
        int muted,
        Instant newestRaisedAt) {

    /**
     * How many alerts there are of each level.
     *
     * @param blue of blue
     * @param yellow of yellow
     * @param orange of orange
     * @param red of red
     */
    @Schema(name = "AlertGroupLevels")
    record Levels(int blue, int yellow, int orange, int red) {}
}
