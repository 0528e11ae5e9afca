package org.finplan.indicators.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The figures that are stored. Versions are only ever added, and every read says what of them was known. Reads are
 * sets: one round trip whatever their size.
 */
@ApplicationScoped
public class Observations {

    private final ObservationRepository repository;
    private final PublicFigureRepository publicFigures;
    private final ReleasedFigureRepository releasedFigures;
    private final SelectedFigureRepository selectedFigures;
    private final HistoryRepository histories;

    Observations(
            ObservationRepository repository,
            PublicFigureRepository publicFigures,
            ReleasedFigureRepository releasedFigures,
            SelectedFigureRepository selectedFigures,
            HistoryRepository histories) {
        this.repository = repository;
        this.publicFigures = publicFigures;
        this.releasedFigures = releasedFigures;
        this.selectedFigures = selectedFigures;
        this.histories = histories;
    }

    /**
     * Stores versions in the caller's transaction.
     *
     * @param versions new versions, each following the newest of its figure
     */
    public void insert(List<Observation> versions) {
        repository.insert(versions);
    }

    /**
     * Reads figures.
     *
     * @param keys what they are about
     * @return the newest version of each that is there, withdrawn ones among them
     */
    public Map<ObservationKey, Observation> newest(Collection<ObservationKey> keys) {
        return newest(keys, Knowledge.LATEST);
    }

    /**
     * Reads figures as they were known.
     *
     * @param keys what they are about
     * @param known what was known
     * @return the newest version of each that was there, withdrawn ones among them
     */
    public Map<ObservationKey, Observation> newest(Collection<ObservationKey> keys, Knowledge known) {
        Map<ObservationKey, Observation> newest = new HashMap<>();
        repository.newest(keys, known).forEach(version -> newest.put(version.key(), version));
        return newest;
    }

    /**
     * The figures that somebody was the first to record.
     *
     * @param keys what they are about
     * @param by who; a name that goes on behind it with {@code @} is theirs too
     * @return those whose first version they recorded
     */
    public Set<ObservationKey> begun(Collection<ObservationKey> keys, String by) {
        return Set.copyOf(repository.begun(keys, by));
    }

    /** {@return all versions of one figure in order, as known now; empty when there is none} */
    public List<Observation> versions(UUID id) {
        return versions(id, Knowledge.LATEST);
    }

    /** {@return the versions of one figure that were known, in the order of the axis; empty when there is none} */
    public List<Observation> versions(UUID id, Knowledge known) {
        return repository.versions(id, known);
    }

    /** {@return a page of versions of a series, one more than its limit when there are more} */
    public List<Observation> page(SeriesQuery query) {
        return repository.page(query);
    }

    /** {@return how many versions the query has on all its pages} */
    public long count(SeriesQuery query) {
        return repository.count(query);
    }

    /** {@return a page of the histories of main figures of a series} */
    public HistoryPage histories(HistoryQuery query) {
        return histories.page(query);
    }

    /**
     * Reads what became known, in the order of becoming known.
     *
     * @param after where to go on
     * @param asOf the answer as it was known then
     * @param regions region codes
     * @param indicators series codes
     * @param limit size of the page
     * @return one more than the limit when there are more
     */
    public List<Observation> known(
            ReplicaPosition after, Instant asOf, Collection<String> regions, Collection<String> indicators, int limit) {
        return repository.known(after, asOf, regions, indicators, limit + 1);
    }

    /**
     * The figures of some series that are there.
     *
     * @param series series codes
     * @param regions region codes
     * @param known what was known
     * @return what they are about, of the main variant, computed ones among them
     */
    public List<ObservationKey> keys(Collection<String> series, Collection<String> regions, Knowledge known) {
        return repository.keys(series, regions, known);
    }

    /** {@return the newest versions of what a formula gives for a series, withdrawn ones among them} */
    public List<Observation> computed(String series) {
        return repository.computed(series);
    }

    /** {@return a page of what everybody may read, one more than its limit when there are more} */
    public List<Observation> publicPage(PublicSelection selection, Optional<FigurePosition> after, int limit) {
        return publicFigures.page(selection, after, limit + 1);
    }

    /** {@return how many figures everybody may read} */
    public long publicCount(PublicSelection selection) {
        return publicFigures.count(selection);
    }

    /**
     * Sums up what releases brought.
     *
     * @param releases ids of releases
     * @return by release; nothing for those that brought none
     */
    public Map<UUID, ReleasedFigures> broughtBy(Collection<UUID> releases) {
        Map<UUID, ReleasedFigures> brought = new HashMap<>();
        if (!releases.isEmpty()) {
            releasedFigures.summaries(releases).forEach(summary -> brought.put(summary.release(), summary));
        }
        return brought;
    }

    /** {@return the newest versions that a selection finds, in the order of their keys, one more than the limit when there are more} */
    public List<Observation> find(FigureSelection selection, int limit) {
        return selectedFigures.find(selection, limit + 1);
    }

    /**
     * Finds what is left of releases that came after others.
     *
     * @param keys what the others were about
     * @param after when they were known
     * @param limit most figures that are looked at
     * @return figures that still count, that the later releases brought and the others did not have
     */
    public List<Observation> leftOfReleasesAfter(Collection<ObservationKey> keys, Instant after, int limit) {
        Set<ObservationKey> brought = Set.copyOf(keys);
        return selectedFigures.ofReleasesAfter(keys, after, limit).stream()
                .filter(version -> !brought.contains(version.key()))
                .toList();
    }

    /** {@return a page of the figures that a release brought, one more than its limit when there are more} */
    public List<Observation> ofRelease(UUID release, Optional<FigurePosition> after, int limit) {
        return releasedFigures.page(release, after, limit + 1);
    }

    /**
     * Reads the newest main versions of one series in one round trip, withdrawn ones left out.
     *
     * @param series series code
     * @param regions region codes
     * @param kinds kinds of figures
     * @param from first day that a period may end on
     * @param to last day that a period may end on
     * @param known what was known
     * @param limit most rows
     * @return the versions by region, kind and period; one more than the limit when there are more
     */
    public List<Observation> read(
            String series,
            List<String> regions,
            Collection<ObservationKind> kinds,
            LocalDate from,
            LocalDate to,
            Knowledge known,
            int limit) {
        SeriesQuery query = new SeriesQuery(
                series,
                regions,
                kinds,
                from,
                to,
                known,
                null,
                SeriesQuery.Vintages.LATEST,
                false,
                Optional.empty(),
                limit);
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
     * @param known what was known
     * @return the newest version of each level and share, withdrawn ones left out; of two printed values the main one,
     *     and a computed one only where none was delivered
     */
    public List<Observation> read(
            Collection<String> series, Collection<String> regions, LocalDate from, LocalDate to, Knowledge known) {
        return counting(repository.values(series, regions, from, to, known));
    }

    /**
     * Reads delivered levels in one round trip.
     *
     * @param years series in regions and calendar years; both first and last day of a figure's period lie in the year
     * @param known what was known
     * @return the newest main version of each level, withdrawn ones left out; none that a formula computed
     */
    public List<Observation> levels(Collection<SeriesYear> years, Knowledge known) {
        return repository.levels(years, known);
    }

    /**
     * Those of several versions that count: of each figure what was delivered, and what a formula gives where nothing was.
     *
     * @param versions newest versions of any variant
     * @return main and computed versions, each figure once, withdrawn ones left out, in their order
     */
    public static List<Observation> counting(List<Observation> versions) {
        Map<ObservationKey, Observation> counting = new LinkedHashMap<>();
        for (Observation version : versions) {
            ObservationKey about = version.key().variant(ObservationKey.MAIN);
            boolean main = version.key().equals(about);
            boolean computed = version.key().variant().equals(ObservationKey.COMPUTED);
            if (!version.withdrawn() && (main || (computed && !counting.containsKey(about)))) {
                counting.put(about, version);
            }
        }
        return List.copyOf(counting.values());
    }
}
