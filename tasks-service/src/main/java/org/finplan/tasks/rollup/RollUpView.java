package org.finplan.tasks.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.tasks.task.TaskStatus;

/**
 * What is below a branch, put together as the city set it.
 *
 * @param mode counts, weights or none
 * @param version version of the setting, 0 while nobody set one
 * @param byStatus leaves below by verified status; with the mode counts only
 * @param weighted the share that is done, with its arithmetic; with the mode weights only
 */
@Schema(name = "RollUp")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RollUpView(
        RollUpMode mode,
        int version,
        @Nullable Map<TaskStatus, Long> byStatus,
        @Nullable Weighted weighted) {

    /**
     * The share of a branch that is done, by weights: done / of.
     *
     * @param share done / of, 0 to 1, to four digits; null when nothing counts
     * @param done sum of weight × share of what counts, to four digits
     * @param of sum of the weights of what counts
     * @param parts what is directly below and has a weight, in the order of the plan
     * @param withoutWeight ids of what is directly below and has no weight: it does not count
     * @param withoutShare ids of what has a weight and no share, because it is not rolled up by weights itself: it does not count
     */
    @Schema(name = "WeightedRollUp")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Weighted(
            @Nullable BigDecimal share,
            BigDecimal done,
            BigDecimal of,
            List<Part> parts,
            List<String> withoutWeight,
            List<String> withoutShare) {}

    /**
     * Something directly below that has a weight.
     *
     * @param task its id
     * @param weight its weight beside the others
     * @param share of a leaf 1 when it is verified as done and 0 otherwise, of a branch its own share to four digits; null without one
     * @param status verified status of a leaf, null of a branch
     */
    @Schema(name = "WeightedPart")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Part(
            String task,
            BigDecimal weight,
            @Nullable BigDecimal share,
            @Nullable TaskStatus status) {}
}
