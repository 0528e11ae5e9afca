package org.finplan.indicators.withdrawal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.observation.Observation;

/**
 * What a withdrawal in bulk did, or would do.
 *
 * @param dryRun whether nothing was stored because it was only tried
 * @param figures how many figures it takes back
 * @param items the first of them in the order of series, region and period
 * @param more whether there are more than are listed
 */
@Schema(name = "BulkWithdrawal")
record BulkWithdrawal(boolean dryRun, int figures, List<Item> items, boolean more) {

    /** Most figures that are listed. */
    static final int LISTED = 200;

    /**
     * A figure that is taken back.
     *
     * @param observation id of the observation
     * @param version its version: of a dry run the one that counts, otherwise the withdrawal
     * @param indicator series code
     * @param region region code
     * @param period period in the notation it was delivered in
     * @param kind kind of figure
     * @param value the figure, every digit kept
     * @param unit unit code
     * @param source title of its source
     * @param release id of the release that it came with
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BulkWithdrawalItem")
    record Item(
            UUID observation,
            int version,
            String indicator,
            String region,
            String period,
            String kind,
            @Nullable BigDecimal value,
            String unit,
            String source,
            @Nullable UUID release) {

        private static Item of(Observation version) {
            return new Item(
                    version.id(),
                    version.version(),
                    version.key().indicator(),
                    version.key().region(),
                    version.period().text(),
                    version.key().kind().code(),
                    version.figure().value(),
                    version.figure().unit(),
                    version.source().title(),
                    version.publication().release());
        }
    }

    static BulkWithdrawal of(boolean dryRun, List<Observation> versions) {
        return new BulkWithdrawal(
                dryRun,
                versions.size(),
                versions.stream().limit(LISTED).map(Item::of).toList(),
                versions.size() > LISTED);
    }
}
