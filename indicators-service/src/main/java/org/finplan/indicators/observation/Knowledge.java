package org.finplan.indicators.observation;

import java.time.Instant;
import org.finplan.indicators.database.RecordingTime;

/**
 * What was known at an instant. Of each figure a read sees the versions that were known by then on the axis, and the last of
 * them on it counts. Targets and formulas have no day of release: see {@link #undatedAsOf()}.
 *
 * @param asOf the instant
 * @param axis by which time figures count as known
 */
public record Knowledge(Instant asOf, KnowledgeAxis axis) {

    /** All that is committed, whatever clocks say. */
    public static final Knowledge LATEST = recorded(RecordingTime.END);

    /**
     * What was known here.
     *
     * @param asOf the instant
     * @return what was both recorded and released by then
     */
    public static Knowledge recorded(Instant asOf) {
        return new Knowledge(asOf, KnowledgeAxis.RECORDED);
    }

    /**
     * The instant for what has no day of release, which is targets and formulas.
     *
     * @return the same instant by the record; by release the end of time, for they count as they stand now
     */
    public Instant undatedAsOf() {
        return axis == KnowledgeAxis.RELEASED ? RecordingTime.END : asOf;
    }
}
