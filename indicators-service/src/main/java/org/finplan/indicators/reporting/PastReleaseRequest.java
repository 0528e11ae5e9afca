package org.finplan.indicators.reporting;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A vintage of figures as it is brought along.
 *
 * @param title label of the vintage, up to 200 characters
 * @param releasedAt when its source published it, not in the future
 * @param audience public or internal
 * @param vouchedBy who says that the figures and the day are right, up to 200 characters
 * @param source where the figures come from that name no source of their own
 * @param reason why figures differ from those that were released before: routine (when absent), correction, census,
 *     scope-change or definition-change
 * @param items the figures; what an item says of its release is left out, as the vintage says it
 */
record PastReleaseRequest(
        @Schema(required = true, examples = "sample vintage 2019-03")
        String title,

        @Schema(required = true, examples = "2019-03-20T02:00:00Z")
        Instant releasedAt,

        @Schema(required = true, examples = "internal") String audience,

        @Schema(required = true, examples = "sample statistics office")
        String vouchedBy,

        @Schema(required = true) ObservationReport.Origin source,
        @Schema(examples = "routine") String reason,

        @Schema(required = true, type = SchemaType.ARRAY, implementation = ObservationReport.Item.class)
        @JsonDeserialize(contentUsing = SentItemReader.class)
        List<SentItem> items) {}
