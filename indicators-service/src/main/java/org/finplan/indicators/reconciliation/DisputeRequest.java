package org.finplan.indicators.reconciliation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A disputed cell as it is sent.
 *
 * @param plan plan code
 * @param indicator indicator code
 * @param period the period
 * @param whole code of the region whose figure is held against its parts; the city when absent
 * @param region code of the region that has to explain or correct: the whole or one of its parts
 * @param note what is in dispute
 */
record DisputeRequest(
        @Schema(required = true, examples = "zq-fin-14fyp") String plan,

        @Schema(required = true, examples = "deposits-balance")
        String indicator,

        @Schema(required = true, examples = "2024") String period,
        @Schema(examples = "441200") String whole,
        @Schema(required = true, examples = "441202") String region,

        @Schema(required = true, examples = "各县（市、区）合计与全市数不一致")
        String note) {

    /** Most characters of a note. */
    static final int LONGEST_NOTE = 2_000;

    /**
     * What somebody says with a step.
     *
     * @param note the explanation, or why it is sent back
     */
    @Schema(name = "DisputeRemark")
    record Step(
            @Schema(required = true, examples = "统计口径含法人机构") String note) {}
}
