package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.target.Target;
import org.finplan.platform.events.AttainmentState;

/**
 * A judgement as it is kept and told.
 *
 * @param plan plan code
 * @param indicator indicator code
 * @param region region code
 * @param period the judged period in the notation of the API
 * @param version 1, 2, 3 …
 * @param state where it stands
 * @param reason code of the reason, or null
 * @param actual the number that was held against the target, or null
 * @param expected the value on the path or of the benchmark, or null
 * @param gap actual minus expected, or null
 * @param target the target, or null
 * @param comparator code of the comparator
 * @param observation the observation that was judged, or null
 * @param observationVersion its version, or null
 * @param assessedAt when
 */
record KeptJudgement(
        String plan,
        String indicator,
        String region,
        String period,
        int version,
        AttainmentState state,
        String reason,
        BigDecimal actual,
        BigDecimal expected,
        BigDecimal gap,
        BigDecimal target,
        String comparator,
        UUID observation,
        Integer observationVersion,
        Instant assessedAt) {

    static KeptJudgement of(Assessment assessment, int version, Instant now) {
        Judgement judgement = assessment.judgement();
        Observation actual = assessment.actual();
        Target target = assessment.target();
        return new KeptJudgement(
                assessment.plan(),
                assessment.indicator().code(),
                assessment.region(),
                assessment.period().text(),
                version,
                judgement.state(),
                judgement.reason() == null ? null : judgement.reason().code(),
                assessment.judged(),
                judgement.expected(),
                judgement.gap(),
                target.value(),
                target.comparator().code(),
                actual == null ? null : actual.id(),
                actual == null ? null : actual.version(),
                now);
    }

    /** {@return whether the other says the same on the same figures} */
    boolean saysSame(KeptJudgement other) {
        return state == other.state
                && Objects.equals(reason, other.reason)
                && same(actual, other.actual)
                && same(expected, other.expected)
                && same(target, other.target)
                && Objects.equals(comparator, other.comparator);
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
