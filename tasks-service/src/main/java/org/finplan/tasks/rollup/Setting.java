package org.finplan.tasks.rollup;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * How a branch is rolled up.
 *
 * @param mode counts, weights or none
 * @param weights weights of what is directly below by its id; empty unless the mode is weights
 * @param version 0 while nobody set anything, then 1, 2, 3 …
 * @param setBy subject who set it, or null
 * @param setAt when, or null
 */
record Setting(
        RollUpMode mode,
        Map<String, BigDecimal> weights,
        int version,
        @Nullable String setBy,
        @Nullable Instant setAt) {

    /** What holds while nobody set anything. */
    static final Setting DEFAULT = new Setting(RollUpMode.COUNTS, Map.of(), 0, null, null);
}
