package org.finplan.tasks.rollup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a branch is to be rolled up.
 *
 * @param mode counts, weights or none
 * @param weights weights of what is directly below; with the mode weights only. What gets none does not count
 */
@Schema(name = "SetRollUp")
record RollUpRequest(
        @NotNull @Schema(examples = "counts") RollUpMode mode,
        @Size(max = 500) List<@NotNull @Valid WeightRequest> weights) {

    /** Nothing sent is no weight. */
    RollUpRequest {
        weights = weights == null ? List.of() : weights;
    }

    /**
     * The weight of one node.
     *
     * @param task id of a node directly below
     * @param weight its weight beside the others, above 0, at most 1,000,000 with four digits after the point
     */
    @Schema(name = "SetRollUpWeight")
    record WeightRequest(
            @NotBlank @Size(max = 100) String task,

            @NotNull @DecimalMin("0.0001") @DecimalMax("1000000") @Digits(integer = 7, fraction = 4)
            BigDecimal weight) {}
}
