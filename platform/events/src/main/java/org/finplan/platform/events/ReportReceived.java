package org.finplan.platform.events;

import java.time.Instant;

/**
 * An institution's metrics of a period were reported, and something of them is new.
 *
 * @param institution its unified social credit code
 * @param region region it belongs to
 * @param kind kind of institution
 * @param period the period
 * @param source who delivered
 * @param created number of metrics that were not there before
 * @param revised number of metrics that have another value than before
 * @param contradictions number of identities that the figures of the period break now
 * @param late whether the source was due before
 * @param receivedAt when
 * @param receivedFrom subject
 */
public record ReportReceived(
        String institution,
        String region,
        String kind,
        String period,
        String source,
        int created,
        int revised,
        int contradictions,
        boolean late,
        Instant receivedAt,
        String receivedFrom)
        implements EventData {}
