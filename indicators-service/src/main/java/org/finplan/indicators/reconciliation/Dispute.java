package org.finplan.indicators.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A disputed cell as work for somebody: one step of it. The newest step is where it stands, those before are its history.
 *
 * @param id the same for all steps
 * @param version 1, 2, 3 …
 * @param plan plan code
 * @param indicator indicator code
 * @param whole code of the region whose figure was held against its parts
 * @param region code of the region that has to explain or correct
 * @param period the period in the notation of the API
 * @param state where it stands after the step
 * @param difference whole minus sum when the step was taken, or null without both
 * @param note what whoever took the step said
 * @param at when
 * @param by who
 */
record Dispute(
        UUID id,
        int version,
        String plan,
        String indicator,
        String whole,
        String region,
        String period,
        DisputeState state,
        BigDecimal difference,
        String note,
        Instant at,
        String by) {

    /** {@return the step after this one} */
    Dispute next(DisputeState to, BigDecimal differenceNow, String said, Instant when, String who) {
        return new Dispute(id, version + 1, plan, indicator, whole, region, period, to, differenceNow, said, when, who);
    }
}
