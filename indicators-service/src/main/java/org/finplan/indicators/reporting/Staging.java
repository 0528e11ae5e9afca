package org.finplan.indicators.reporting;

import java.util.List;
import java.util.UUID;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.recording.NewObservation;
import org.finplan.platform.problem.ProblemException;

/** Where figures wait that were reported under a release: nobody but its authors knows them before its time. */
public interface Staging {

    /**
     * A release that takes figures.
     *
     * @param title its title, the source of figures that name none
     * @param publication when its figures become known, and to whom
     */
    record Open(String title, Publication publication) {}

    /**
     * Checks that the caller may stage figures under a release.
     *
     * @param release id of the release
     * @return what its figures get from it
     * @throws ProblemException 422 when the caller knows no such release, 409 when it is not staged any more
     */
    Open requireOpen(UUID release);

    /**
     * Stages figures in the caller's transaction; what was staged before for the same keys is replaced.
     *
     * @param release id of the release
     * @param figures the figures, at most one per key
     * @throws ProblemException as {@link #requireOpen}, and 422 when the release would be too large
     */
    void stage(UUID release, List<NewObservation> figures);
}
