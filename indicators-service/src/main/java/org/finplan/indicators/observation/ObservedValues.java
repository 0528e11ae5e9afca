package org.finplan.indicators.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The values that attainment is judged on. */
@ApplicationScoped
public class ObservedValues {

    private final ObservationRepository repository;

    ObservedValues(ObservationRepository repository) {
        this.repository = repository;
    }

    /**
     * Reads values in one round trip.
     *
     * @param series series codes
     * @param regions region codes
     * @param from first day that a period may end on
     * @param to last day that a period may end on
     * @param asOf the answer as it was known then
     * @return the newest version of each level and share, withdrawn ones left out; of two printed values the main one
     */
    public List<Observation> read(
            Collection<String> series, Collection<String> regions, LocalDate from, LocalDate to, Instant asOf) {
        return repository.values(series, regions, from, to, asOf).stream()
                .filter(version -> !version.withdrawn())
                .toList();
    }
}
