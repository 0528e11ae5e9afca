package org.finplan.risk.network.ranking;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ranking to be made of a stored network. */
@Schema(name = "NewFailureRanking")
record FailureRankingRequest(
        @Schema(
                description = "Joint guarantees: worst-case takes each guarantor in full, expected by its share;"
                        + " worst-case when absent.",
                examples = "worst-case")
        @Nullable
        @Size(max = 20)
        String joint) {}
