package org.finplan.risk.report;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Reports of institutions.
 *
 * @param items one for each institution and period
 */
@Schema(name = "InstitutionReports")
record ReportRequest(@Schema(required = true) List<Item> items) {

    /** The header is row 1. */
    private static final int FIRST_ROW = 2;

    /**
     * The items with their places.
     *
     * @param table whether they are the rows of a table behind its header
     * @return none when none were sent
     */
    List<SentItem> sent(boolean table) {
        List<SentItem> sent = new ArrayList<>();
        for (int index = 0; items != null && index < items.size(); index++) {
            Item item = items.get(index);
            int row = table ? index + FIRST_ROW : 0;
            sent.add(
                    item == null
                            ? new SentItem(row, index, null, null, null, null, null)
                            : new SentItem(
                                    row,
                                    index,
                                    item.institution(),
                                    item.period(),
                                    item.metrics(),
                                    item.reason(),
                                    item.source()));
        }
        return sent;
    }

    /**
     * Metrics of an institution for a period.
     *
     * @param institution its unified social credit code
     * @param period a month, quarter, half-year, year or day in the notation of the API
     * @param metrics value of each metric by its code: a number or a string of digits in the unit of the schema, or an object of
     *     value, unit and reason
     * @param reason why values differ from those there; needed for another value
     * @param source who delivers, a code such as institution or account-system; when absent institution
     */
    @Schema(name = "InstitutionReportItem")
    record Item(
            @Schema(required = true, examples = "91441200MA0000001U")
            String institution,

            @Schema(required = true, examples = "2026-06") String period,

            @Schema(
                    required = true,
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    examples =
                            "{\"total-assets\": 52000000, \"total-liabilities\": 20000000, \"net-assets\": {\"value\": \"3200\", \"unit\": \"CNY_10K\"}}")
            Map<String, ReportedValue> metrics,

            @Nullable String reason,
            @Schema(examples = "institution") @Nullable String source) {}

    /**
     * A value as it was sent.
     *
     * @param value the value, or null when it could not be read
     * @param unit code of its unit, or null for that of the schema
     * @param reason why it differs from the value there, or null for that of the item
     * @param unreadable what was sent where no value could be read, or null
     */
    @JsonDeserialize(using = ReportedValueReader.class)
    record ReportedValue(
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable String reason,
            @Nullable String unreadable) {}
}
