package org.finplan.tasks.rollup;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.finplan.tasks.rollup.RollUpView.Part;
import org.finplan.tasks.rollup.RollUpView.Weighted;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskStatus;
import org.finplan.tasks.task.search.TaskBelow;

/**
 * The weighted shares of branches, from the leaves upwards. A leaf is done or not; a branch below has a share only when it is rolled up
 * by weights itself, since to count its leaves alike would be a weight that nobody set.
 */
final class Arithmetic {

    private static final int DIGITS = 4;

    private final Map<TaskKey, Setting> settings;
    private final Map<TaskKey, List<TaskBelow>> below;

    /**
     * The arithmetic of some branches.
     *
     * @param settings how branches are rolled up, of those of which somebody set it
     * @param below what is directly below those that are rolled up by weights, in the order of the plan
     */
    Arithmetic(Map<TaskKey, Setting> settings, Map<TaskKey, List<TaskBelow>> below) {
        this.settings = settings;
        this.below = below;
    }

    /** {@return the share of a branch that is rolled up by weights, with its arithmetic} */
    Weighted of(TaskKey branch) {
        Map<String, BigDecimal> weights = settings.get(branch).weights();
        List<WeightedShare.Part> reckoned = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        List<String> withoutWeight = new ArrayList<>();
        List<String> withoutShare = new ArrayList<>();
        for (TaskBelow child : below.getOrDefault(branch, List.of())) {
            BigDecimal weight = weights.get(child.key().id());
            if (weight == null) {
                withoutWeight.add(child.key().id());
                continue;
            }
            BigDecimal share = share(child);
            reckoned.add(new WeightedShare.Part(weight, share));
            parts.add(new Part(child.key().id(), weight, rounded(share), child.leaf() ? child.status() : null));
            if (share == null) {
                withoutShare.add(child.key().id());
            }
        }
        WeightedShare sum = WeightedShare.of(reckoned);
        return new Weighted(rounded(sum.share()), rounded(sum.done()), sum.of(), parts, withoutWeight, withoutShare);
    }

    @Nullable
    private BigDecimal share(TaskBelow child) {
        if (child.leaf()) {
            return child.status() == TaskStatus.DONE ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        Setting setting = settings.getOrDefault(child.key(), Setting.DEFAULT);
        if (setting.mode() != RollUpMode.WEIGHTS) {
            return null;
        }
        return WeightedShare.of(below.getOrDefault(child.key(), List.of()).stream()
                        .map(grandchild -> new WeightedShare.Part(
                                setting.weights().get(grandchild.key().id()), share(grandchild)))
                        .toList())
                .share();
    }

    @Nullable
    private static BigDecimal rounded(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
