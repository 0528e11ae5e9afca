package org.finplan.risk.report;

import jakarta.annotation.Nullable;
import java.util.Map;
import org.finplan.risk.report.ReportRequest.ReportedValue;

/**
 * One institution's metrics of one period as they were sent, whatever the form.
 *
 * @param row row of the table, the header being row 1; zero when it was sent as JSON
 * @param index place among the items
 * @param institution what stands for the institution, or null
 * @param period what stands for the period, or null
 * @param metrics the values by metric, or null
 * @param reason why values differ from those there, or null
 * @param source who delivers, or null
 */
record SentItem(
        int row,
        int index,
        @Nullable String institution,
        @Nullable String period,
        @Nullable Map<String, ReportedValue> metrics,
        @Nullable String reason,
        @Nullable String source) {

    /** {@return where a field of the item stands} */
    String at(String field) {
        return row > 0 ? "row " + row + ", column " + field : "/items/" + index + "/" + field;
    }

    /** {@return where a metric of the item stands} */
    String atMetric(String metric) {
        return row > 0 ? at(metric) : at("metrics/" + metric);
    }

    /** {@return where the item stands} */
    String place() {
        return row > 0 ? "row " + row : "/items/" + index;
    }
}
