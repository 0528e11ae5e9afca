package org.finplan.tasks.standing;

import jakarta.annotation.Nullable;

/**
 * What one region last reported of a leaf, with and without review.
 *
 * @param claimed by its newest report that was not returned
 * @param verified by its newest verified report, or null
 */
public record Standing(ReportedStatus claimed, @Nullable ReportedStatus verified) {

    /** {@return code of the region} */
    public String region() {
        return claimed.region();
    }
}
