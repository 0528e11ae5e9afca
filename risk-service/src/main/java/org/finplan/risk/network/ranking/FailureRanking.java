package org.finplan.risk.network.ranking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.web.precondition.EntityTags;

/**
 * A ranking of all single failures of a network.
 *
 * @param id id
 * @param network network whose firms are ranked
 * @param state queued, running, done, cancelled or failed
 * @param progress share of it that is done, 0 to 1
 * @param method how distress spreads: linear-debtrank, without recovery
 * @param joint worst-case or expected
 * @param solver exact, or iterated one failure at a time where the network is too dense for that; absent while it is not known
 * @param tolerance largest increment left aside where it is iterated
 * @param converged whether every failure came to its end; absent until it is done
 * @param firms how many firms the network has
 * @param orderedBy who ordered it
 * @param orderedAt when
 * @param finishedAt when it ended; absent while it has not
 */
@Schema(name = "FailureRanking")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FailureRanking(
        UUID id,
        UUID network,
        String state,
        double progress,
        String method,
        String joint,
        @Nullable String solver,
        BigDecimal tolerance,
        @Nullable Boolean converged,
        int firms,
        String orderedBy,
        Instant orderedAt,
        @Nullable Instant finishedAt) {

    static final String METHOD = "linear-debtrank";

    /** {@return its ETag, which changes with its state} */
    @JsonIgnore
    @Schema(hidden = true)
    String tag() {
        return EntityTags.of(id.toString(), state);
    }

    String path() {
        return "/api/v1/networks/" + network + "/failure-rankings/" + id;
    }
}
