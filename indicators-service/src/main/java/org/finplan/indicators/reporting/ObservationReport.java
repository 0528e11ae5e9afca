package org.finplan.indicators.reporting;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Figures on their way in, as they are sent.
 *
 * @param items the figures
 * @param release id of the staged release that they wait for, or null when they are known at once
 */
record ObservationReport(
        @Schema(required = true, type = SchemaType.ARRAY, implementation = Item.class)
        @JsonDeserialize(contentUsing = SentItemReader.class)
        List<SentItem> items,

        UUID release) {

    /** Most figures in one report. */
    static final int MOST_ITEMS = 5_000;

    /**
     * One figure.
     *
     * @param indicator series code
     * @param region region code
     * @param period period in the notation of the API, or PLAN for all years of the plan that has the series
     * @param kind kind of figure; when absent what is usual for the series
     * @param value the figure, as a number or a string of digits
     * @param unit unit code; another unit of the same kind is converted exactly and reported
     * @param status preliminary, as-published, final or estimated; when absent preliminary, or that of the version before
     * @param reason routine, correction, census, scope-change or definition-change; needed for another value
     * @param source where it comes from; when absent the caller
     * @param note remark
     * @param releasedAt when the source published it, not in the future; when absent now
     * @param definition the definition of the series that it is by, mixed or unconfirmed; when absent that of the version
     *     before, else the one in force at the end of the period
     */
    @Schema(name = "ReportedFigure")
    record Item(
            @Schema(required = true, examples = "green-credit")
            String indicator,

            @Schema(required = true, examples = "441202") String region,
            @Schema(required = true, examples = "2024") String period,
            @Schema(examples = "level") String kind,
            @Schema(required = true, examples = "12.5") BigDecimal value,
            @Schema(required = true, examples = "CNY_100M") String unit,
            @Schema(examples = "estimated") String status,
            @Schema(examples = "correction") String reason,
            Origin source,
            String note,
            Instant releasedAt,
            String definition) {}

    /**
     * Where a figure comes from.
     *
     * @param title title of the document
     * @param reference number or address of the document
     */
    @Schema(name = "ReportedSource")
    record Origin(
            @Schema(required = true, examples = "演示样本，非真实数据")
            String title,

            @Schema(examples = "docs/api.md") String reference) {}
}
