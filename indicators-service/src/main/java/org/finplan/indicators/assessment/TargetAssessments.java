package org.finplan.indicators.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what assessors said, and stores further versions. */
@ApplicationScoped
public class TargetAssessments {

    private final TargetAssessmentRepository repository;

    TargetAssessments(TargetAssessmentRepository repository) {
        this.repository = repository;
    }

    /** A target and a year that something was said of. */
    public record Place(UUID target, int year) {}

    /**
     * Reads what was said last of targets and years, in one round trip; none for no target.
     *
     * @param targets ids of targets
     * @param asOf the answer as it was known then
     * @return the newest version of each target and year
     */
    public Map<Place, TargetAssessment> newest(Collection<UUID> targets, Instant asOf) {
        Map<Place, TargetAssessment> newest = new HashMap<>();
        if (!targets.isEmpty()) {
            repository.known(targets, asOf).forEach(one -> newest.put(new Place(one.target(), one.year()), one));
        }
        return newest;
    }

    /**
     * Reads all that was said of a target.
     *
     * @param target id of the target
     * @param asOf the answer as it was known then
     * @return all versions, by year and version
     */
    public List<TargetAssessment> of(UUID target, Instant asOf) {
        return repository.known(List.of(target), asOf);
    }

    /**
     * Stores a version in the caller's transaction; nothing follows from it by itself.
     *
     * @param version the version
     */
    public void insert(TargetAssessment version) {
        repository.insert(version);
    }
}
