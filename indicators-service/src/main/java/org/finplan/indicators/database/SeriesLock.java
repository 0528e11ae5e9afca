package org.finplan.indicators.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets one transaction at a time write figures or targets of a series and judge it. What is judged under the lock is what
 * will be committed, also when two writers meet; versions follow each other without gaps.
 */
@ApplicationScoped
public class SeriesLock {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('indicator:' || code, 0))::text"
            + " FROM unnest(:codes::text[]) AS code";

    private final Jdbi jdbi;
    private final SeriesDependents dependents;

    SeriesLock(Jdbi jdbi, SeriesDependents dependents) {
        this.jdbi = jdbi;
        this.dependents = dependents;
    }

    /**
     * Waits for the locks, in the order of the codes so that two writers never wait for each other. They end with the
     * transaction. The series that are computed from these are locked with them.
     *
     * @param series series codes
     */
    public void acquire(Collection<String> series) {
        if (series.isEmpty()) {
            return;
        }
        Set<String> codes = new TreeSet<>(series);
        codes.addAll(dependents.dependents(series));
        jdbi.useHandle(handle -> handle.createQuery(LOCK)
                .bindArray("codes", String.class, codes)
                .mapTo(String.class)
                .list());
    }
}
