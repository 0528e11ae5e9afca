package org.finplan.indicators.reporting;

import java.util.List;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.indicators.recording.Published;

/** Where past releases are kept beside those that were announced here. */
public interface PastReleases {

    /**
     * Keeps a release in the caller's transaction.
     *
     * @param release the release
     * @param figures all its figures, those among them that changed nothing
     * @param published what recording them did
     */
    void keep(PastRelease release, List<NewObservation> figures, Published published);
}
