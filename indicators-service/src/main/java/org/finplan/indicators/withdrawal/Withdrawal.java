package org.finplan.indicators.withdrawal;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why and when a figure is taken back.
 *
 * @param reason routine, correction, census, scope-change or definition-change
 * @param releasedAt when its source took it back, not before it was released and not in the future; when absent now
 */
record Withdrawal(
        @Schema(required = true, examples = "correction") String reason, Instant releasedAt) {}
