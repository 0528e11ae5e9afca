package org.finplan.indicators.planlife;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What waits to become known, as who keeps it tells. A plan is not archived while figures that it would close wait. */
public interface WaitingFigures {

    /**
     * A figure that waits.
     *
     * @param release id of its release
     * @param series series code
     * @param region region code
     * @param kind code of its kind
     * @param from first day of its period
     * @param until last day of its period
     */
    record Waiting(UUID release, String series, String region, String kind, LocalDate from, LocalDate until) {}

    /**
     * Finds figures that wait.
     *
     * @param series series codes
     * @return each with its release, in the order of the releases
     */
    List<Waiting> waiting(Collection<String> series);
}
