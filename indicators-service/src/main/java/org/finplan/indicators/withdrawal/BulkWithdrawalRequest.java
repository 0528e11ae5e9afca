package org.finplan.indicators.withdrawal;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Figures that are taken back together. At least one of indicator, source and release says which; the others narrow it down.
 *
 * @param indicator series code, or a name that a plan uses for it
 * @param region region code; all that the caller may write when absent
 * @param from first period
 * @param to last period
 * @param source title of the source of the figures as they count now
 * @param release id of the release that brought the figures as they count now
 * @param reason routine, correction, census, scope-change or definition-change
 * @param releasedAt when their source took them back, not before one of them was released and not in the future; when absent now
 * @param figures how many figures a dry run found; needed to take them back, and another number is refused
 */
record BulkWithdrawalRequest(
        @Schema(examples = "green-credit") String indicator,
        @Schema(examples = "441202") String region,
        @Schema(examples = "2021") String from,
        @Schema(examples = "2024") String to,
        @Schema(examples = "演示样本，非真实数据") String source,
        UUID release,

        @Schema(required = true, examples = "correction") String reason,

        Instant releasedAt,
        @Schema(examples = "1") Integer figures) {}
