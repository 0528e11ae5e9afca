package org.finplan.indicators.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.database.SeriesLock;

/** Reads targets and stores new versions. */
@ApplicationScoped
public class Targets {

    /** No version of a plan is later. */
    public static final int NEWEST_PLAN_VERSION = Integer.MAX_VALUE;

    private final TargetRepository repository;
    private final SeriesLock lock;

    Targets(TargetRepository repository, SeriesLock lock) {
        this.repository = repository;
        this.lock = lock;
    }

    /**
     * Reads targets in one round trip.
     *
     * @param plan plan code
     * @param indicators indicator codes
     * @param regions region codes
     * @param asOf the answer as it was known then
     * @return the newest version of each target, primary ones and others
     */
    public List<Target> read(String plan, Collection<String> indicators, Collection<String> regions, Instant asOf) {
        return read(plan, indicators, regions, asOf, NEWEST_PLAN_VERSION);
    }

    /**
     * Reads targets as a version of the plan had them, in one round trip.
     *
     * @param plan plan code
     * @param indicators indicator codes
     * @param regions region codes
     * @param asOf the answer as it was known then
     * @param planVersion number of the version of the plan, or {@link #NEWEST_PLAN_VERSION}
     * @return the newest version of each target that belongs to no later version of the plan
     */
    public List<Target> read(
            String plan, Collection<String> indicators, Collection<String> regions, Instant asOf, int planVersion) {
        return repository.current(plan, indicators, regions, asOf, planVersion);
    }

    /**
     * Reads targets with what they were at first, in one round trip.
     *
     * @param plan plan code
     * @param indicators indicator codes
     * @param regions region codes
     * @param asOf the answer as it was known then
     * @return the first and the newest version of each target; one version where they are the same
     */
    public List<Target> firstAndCurrent(
            String plan, Collection<String> indicators, Collection<String> regions, Instant asOf) {
        return repository.firstAndCurrent(plan, indicators, regions, asOf);
    }

    /**
     * Finds a target.
     *
     * @param id id of the target
     * @return its newest version, empty when there is none
     */
    public Optional<Target> find(UUID id) {
        List<Target> versions = versions(id);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /**
     * Reads all versions of a target.
     *
     * @param id id of the target
     * @return the versions from the first on, none when there is no such target
     */
    public List<Target> versions(UUID id) {
        return repository.versions(id);
    }

    /**
     * Finds out which targets of a plan package are not there yet. What is there stays as it is. Holds the locks of their
     * indicators until the end of the transaction.
     *
     * @param targets first versions, all of one plan
     * @return those that are to be recorded
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Target> missing(List<Target> targets) {
        if (targets.isEmpty()) {
            return List.of();
        }
        Set<String> indicators =
                targets.stream().map(target -> target.key().indicator()).collect(Collectors.toSet());
        Set<String> regions =
                targets.stream().map(target -> target.key().region()).collect(Collectors.toSet());
        lock.acquire(indicators);
        Set<TargetKey> there = new HashSet<>();
        repository
                .current(targets.get(0).key().plan(), indicators, regions, RecordingTime.END, NEWEST_PLAN_VERSION)
                .forEach(target -> there.add(target.key()));
        return targets.stream().filter(target -> !there.contains(target.key())).toList();
    }

    /**
     * Stores new versions in the caller's transaction; nothing follows from it by itself.
     *
     * @param versions new versions
     */
    public void insert(List<Target> versions) {
        repository.insert(versions);
    }
}
