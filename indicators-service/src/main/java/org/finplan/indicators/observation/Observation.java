package org.finplan.indicators.observation;

import java.time.Instant;
import java.util.UUID;
import org.finplan.platform.period.Period;

/**
 * One version of a figure.
 *
 * @param id the same for all versions
 * @param version 1, 2, 3 …
 * @param key what it is about
 * @param period the period in the notation it was delivered in
 * @param figure the value
 * @param status how firm it is
 * @param withdrawn whether this version takes the figure back; its value is then the last one
 * @param reason why this version followed the one before, or null for a first one
 * @param source where it comes from
 * @param note remark, or null
 * @param recordedAt when the suite learned it
 * @param recordedBy who recorded it
 * @param publication when and how it was released
 */
public record Observation(
        UUID id,
        int version,
        ObservationKey key,
        Period period,
        Figure figure,
        ObservationStatus status,
        boolean withdrawn,
        RevisionReason reason,
        Source source,
        String note,
        Instant recordedAt,
        String recordedBy,
        Publication publication) {

    /** {@return when it was released: by its source, by its release, or by recording it} */
    public Instant releasedAt() {
        return publication.releasedAt() == null ? recordedAt : publication.releasedAt();
    }

    /** {@return since when a reader of this store can know it: both recorded and released} */
    public Instant knownAt() {
        return releasedAt().isAfter(recordedAt) ? releasedAt() : recordedAt;
    }
}
