package org.finplan.tasks.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.tasks.task.TaskKey;

/**
 * How a branch is rolled up, as it was set.
 *
 * @param plan plan code
 * @param task id of the branch
 * @param mode counts, weights or none
 * @param weights weights of what is directly below, in the order of their ids; none unless the mode is weights
 * @param version 0 while nobody set anything, counted up by each setting
 * @param setBy subject who set it, or null
 * @param setAt when, or null
 */
@Schema(name = "RollUpSetting")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RollUpSettingView(
        String plan,
        String task,
        RollUpMode mode,
        List<Weight> weights,
        int version,
        @Nullable String setBy,
        @Nullable Instant setAt) {

    /**
     * The weight of one node.
     *
     * @param task id of the node
     * @param weight its weight beside the others
     */
    @Schema(name = "RollUpWeight")
    record Weight(String task, BigDecimal weight) {}

    static RollUpSettingView of(TaskKey branch, Setting setting) {
        return new RollUpSettingView(
                branch.plan(),
                branch.id(),
                setting.mode(),
                setting.weights().entrySet().stream()
                        .map(entry -> new Weight(entry.getKey(), entry.getValue()))
                        .toList(),
                setting.version(),
                setting.setBy(),
                setting.setAt());
    }
}
