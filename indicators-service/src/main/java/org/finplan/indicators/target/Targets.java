package org.finplan.indicators.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads targets and stores new versions. */
@ApplicationScoped
public class Targets {

    /** No version of a plan is later. */
    public static final int NEWEST_PLAN_VERSION = Integer.MAX_VALUE;

    private final TargetRepository repository;

    Targets(TargetRepository repository) {
        this.repository = repository;
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
     * Reads targets as they are stored now, those that were taken back among them. Whoever writes what follows from it holds
     * the locks of their indicators.
     *
     * @param plan plan code
     * @param keys what they are for, all of that plan
     * @return each one that there is, in no order
     */
    public Map<TargetKey, StoredTarget> stored(String plan, Collection<TargetKey> keys) {
        Set<String> indicators = keys.stream().map(TargetKey::indicator).collect(Collectors.toSet());
        Set<String> regions = keys.stream().map(TargetKey::region).collect(Collectors.toSet());
        return repository.stored(plan, indicators, regions).stream()
                .collect(Collectors.toMap(stored -> stored.newest().key(), stored -> stored));
    }

    /**
     * Takes targets back in the caller's transaction; nothing follows from it by itself. Their versions stay readable.
     *
     * @param newest their newest versions
     * @param reason why, or null
     * @param at when the suite learned it
     * @param by who records it
     */
    public void withdraw(List<Target> newest, String reason, Instant at, String by) {
        if (!newest.isEmpty()) {
            repository.withdraw(newest, reason, at, by);
        }
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
