package org.finplan.risk.alert.silence;

import jakarta.annotation.Nullable;
import org.finplan.risk.rule.Level;

/**
 * Which alerts a silence concerns, all of them together.
 *
 * @param region the region, with all in it
 * @param rule code of the rule, or null for any
 * @param indicator indicator code, or null for any
 * @param institution unified social credit code, or null for any
 * @param level the gravest level that is silenced, or null for red
 */
record SilenceMatchers(
        String region,
        @Nullable String rule,
        @Nullable String indicator,
        @Nullable String institution,
        @Nullable Level level) {

    /** {@return whether it silences what must not be silenced by one person alone: levels above orange} */
    boolean needsSecondPerson() {
        return level == null || level.isAbove(Level.ORANGE);
    }
}
