package org.finplan.tasks.change;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Compares a plan as it stood at a time with the plan now, what is retired or removed since included. */
@ApplicationScoped
public class Comparison {

    private final ComparisonRepository repository;

    Comparison(ComparisonRepository repository) {
        this.repository = repository;
    }

    /**
     * Reads differences, by tasks.
     *
     * @param filter which ones
     * @param after the last one seen, or null
     * @param limit most of them
     * @return the differences
     */
    public List<Difference> differences(ComparisonFilter filter, @Nullable Difference.Position after, int limit) {
        return repository.differences(filter, after, limit);
    }

    /**
     * Counts differences.
     *
     * @param filter which ones
     * @return how many there are
     */
    public long count(ComparisonFilter filter) {
        return repository.count(filter);
    }

    /**
     * Since when the history of a plan is kept: before, nothing is known of how it stood.
     *
     * @param plan plan code
     * @return the instant, empty when nothing was kept yet
     */
    public Optional<Instant> began(String plan) {
        return repository.began(plan);
    }
}
