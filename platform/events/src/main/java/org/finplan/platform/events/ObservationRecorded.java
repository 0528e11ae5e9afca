package org.finplan.platform.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A figure was recorded: the first version of an observation or a revision of it.
 *
 * @param observation id of the observation (the same for all its versions)
 * @param indicator series code
 * @param region region code
 * @param period period in the notation of the API, such as {@code 2025} or {@code 2025-09-YTD}
 * @param kind level, growth, average_growth, change, cumulative, share or rank
 * @param value the figure, every digit kept
 * @param unit unit code
 * @param status preliminary, as-published, final or estimated
 * @param version 1 for the first, then 2, 3 …
 * @param previousValue value of the version before, or null
 * @param reason why it was revised, or null for a first version
 * @param source title of the source
 * @param quality quality of the source, or null
 * @param recordedAt when the suite learned it
 * @param releasedAt when it was released; null in events that are older than this field
 * @param release id of the release that it came with, or null
 * @param audience public or internal; null in events that are older than this field
 * @param formula code and version of the formula that computed it, such as {@code npl-ratio@1}; null when it was delivered
 * @param definition code of the definition that the figure is by, {@code mixed} or {@code unconfirmed}; null when its series has no
 *     definitions, and in events that are older than this field
 * @param comparability linked, unconfirmed or not-comparable when the definition changed between the value and the one before;
 *     null when they can be compared as they are
 */
public record ObservationRecorded(
        UUID observation,
        String indicator,
        String region,
        String period,
        String kind,
        BigDecimal value,
        String unit,
        String status,
        int version,
        BigDecimal previousValue,
        String reason,
        String source,
        String quality,
        Instant recordedAt,
        Instant releasedAt,
        UUID release,
        String audience,
        String formula,
        String definition,
        String comparability)
        implements EventData {}
