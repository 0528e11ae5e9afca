package org.finplan.indicators.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that attainment is judged on. */
@ApplicationScoped
public class ObservedValues {

    private final ObservationRepository repository;

    ObservedValues(ObservationRepository repository) {
        this.repository = repository;
    }

    /**
     * Reads the main versions of one series in one round trip.
     *
     * @param series series code
     * @param regions region codes
     * @param kinds kinds of figures
     * @param from first day that a period may end on
     * @param to last day that a period may end on
     * @param asOf the answer as it was known then
     * @param history whether all versions are wanted, withdrawals among them; otherwise the newest, withdrawn ones left out
     * @param limit most rows
     * @return the versions by region, kind, period and version; one more than the limit when there are more
     */
    public List<Observation> read(
            String series,
            List<String> regions,
            Collection<ObservationKind> kinds,
            LocalDate from,
            LocalDate to,
            Instant asOf,
            boolean history,
            int limit) {
        SeriesQuery.Vintages vintages = history ? SeriesQuery.Vintages.ALL : SeriesQuery.Vintages.LATEST;
        SeriesQuery query =
                new SeriesQuery(series, regions, kinds, from, to, asOf, null, vintages, false, Optional.empty(), limit);
        return repository.page(query).stream()
                .filter(version -> version.key().variant().equals(ObservationKey.MAIN))
                .toList();
    }

    /**
     * Reads values in one round trip.
     *
     * @param series series codes
     * @param regions region codes
     * @param from first day that a period may end on
     * @param to last day that a period may end on
     * @param asOf the answer as it was known then
     * @return the newest version of each level and share, withdrawn ones left out; of two printed values the main one,
     *     and a computed one only where none was delivered
     */
    public List<Observation> read(
            Collection<String> series, Collection<String> regions, LocalDate from, LocalDate to, Instant asOf) {
        Map<ObservationKey, Observation> counting = new LinkedHashMap<>();
        for (Observation version : repository.values(series, regions, from, to, asOf)) {
            ObservationKey about = version.key().variant(ObservationKey.MAIN);
            if (!version.withdrawn() && (version.key().equals(about) || !counting.containsKey(about))) {
                counting.put(about, version);
            }
        }
        return List.copyOf(counting.values());
    }
}
