package org.finplan.indicators.breakdown;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * The part of a target that a unit answers for: one version of it.
 *
 * @param target id of the target
 * @param region region of the target
 * @param unit organisation code of the unit
 * @param version 1, 2, 3 …
 * @param value the part, in the unit of measure of the target; zero takes the part back
 * @param reason why
 * @param recordedAt when the suite learned it
 * @param recordedBy who recorded it
 */
record Allocation(
        UUID target,
        String region,
        String unit,
        int version,
        BigDecimal value,
        String reason,
        Instant recordedAt,
        String recordedBy) {}
