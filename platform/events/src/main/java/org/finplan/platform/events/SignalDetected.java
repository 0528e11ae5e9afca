package org.finplan.platform.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A finding about an institution began to warn, or got graver. There need not be an alert yet: its rule may wait for more periods.
 *
 * @param rule code of the rule
 * @param ruleVersion version that found it
 * @param ruleSet number of what was in force together
 * @param institution unified social credit code of the institution
 * @param counterpart toward whom it is judged, or null for the institution as a whole
 * @param region region that the institution belongs to
 * @param period period of the figure, in the notation of the API
 * @param verdict breached or near
 * @param level level that it gives
 * @param value the figure, or null when it cannot be worked out
 * @param limit what it was held against, or null when there is nothing
 * @param unit unit code of both
 * @param sourceStatus how sure the text of the rule is: confirmed, secondary or unconfirmed
 * @param reason why, in words
 * @param cause id of the run or report that asked for the judgement
 * @param detectedAt when it was found
 */
public record SignalDetected(
        String rule,
        int ruleVersion,
        long ruleSet,
        String institution,
        String counterpart,
        String region,
        String period,
        String verdict,
        String level,
        BigDecimal value,
        BigDecimal limit,
        String unit,
        String sourceStatus,
        LocalizedText reason,
        UUID cause,
        Instant detectedAt)
        implements EventData {}
