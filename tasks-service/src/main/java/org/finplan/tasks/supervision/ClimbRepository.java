package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The rows that whoever changes a matter, a person or a run, locks before it reads the matter. They are narrow, and to lock them
 * leaves the wide row of the matter as it is.
 */
@ApplicationScoped
class ClimbRepository {

    private static final String LOCK =
            "SELECT supervision FROM supervision_climb WHERE supervision = :id FOR NO KEY UPDATE";

    /** What has something to happen by itself and is not put aside. */
    private static final String DUE = """
            SELECT supervision FROM supervision_climb
            WHERE next_on <= :today AND (aside_until IS NULL OR aside_until <= :now)""";

    // In no order: to sort all that is due for each batch would cost more than the batch.
    private static final String LOCK_DUE = DUE + " LIMIT :most FOR NO KEY UPDATE SKIP LOCKED";
    private static final String LOCK_ONE_DUE = DUE + " AND supervision = :id FOR NO KEY UPDATE";
    private static final String SOME_DUE = DUE + " ORDER BY next_on, supervision LIMIT :most";

    private static final String LOCK_OF_OTHER_CALENDAR = """
            SELECT c.supervision FROM supervision s JOIN supervision_climb c ON c.supervision = s.id
            WHERE s.city = :city AND s.closed_at IS NULL AND s.calendar <> :fingerprint
                AND (c.aside_until IS NULL OR c.aside_until <= :now)
            ORDER BY s.id LIMIT :most FOR NO KEY UPDATE OF c SKIP LOCKED""";

    /**
     * A run takes tens of thousands of steps faster than statistics follow: a plan that was made when there were none would read all
     * of them for each batch.
     */
    private static final String BY_INDEXES = "SET LOCAL enable_seqscan = off";

    private static final String COUNT_UP = """
            UPDATE supervision_climb SET climb_version = climb_version + 1 WHERE supervision = ANY (:ids)""";

    private final Jdbi jdbi;

    ClimbRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Locks a matter until the transaction ends; what was read of it before has to be read again. */
    void lock(UUID id) {
        jdbi.useHandle(handle ->
                handle.createQuery(LOCK).bind("id", id).mapTo(UUID.class).findOne());
    }

    /** Locks some of what has something to happen by itself, unless another instance has it; {@return their ids} */
    List<UUID> lockDue(LocalDate today, Instant now, int most) {
        byIndexes();
        return jdbi.withHandle(handle -> handle.createQuery(LOCK_DUE)
                .bind("today", today)
                .bind("now", now)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** Locks one of these; {@return its id, or none} */
    List<UUID> lockDue(UUID id, LocalDate today, Instant now) {
        byIndexes();
        return jdbi.withHandle(handle -> handle.createQuery(LOCK_ONE_DUE)
                .bind("id", id)
                .bind("today", today)
                .bind("now", now)
                .mapTo(UUID.class)
                .list());
    }

    /** {@return ids of some of what has something to happen by itself} */
    List<UUID> due(LocalDate today, Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(SOME_DUE)
                .bind("today", today)
                .bind("now", now)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /**
     * Locks some open matters of a city that were reckoned by another calendar, unless another instance has them. One that another
     * instance was done with just before may be among them.
     */
    List<UUID> lockOfOtherCalendar(String city, String fingerprint, Instant now, int most) {
        byIndexes();
        return jdbi.withHandle(handle -> handle.createQuery(LOCK_OF_OTHER_CALENDAR)
                .bind("city", city)
                .bind("fingerprint", fingerprint)
                .bind("now", now)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    private void byIndexes() {
        jdbi.useHandle(handle -> handle.execute(BY_INDEXES));
    }

    /** Counts up the versions of matters, because what readers see with them changed. */
    void countUp(Collection<UUID> ids) {
        jdbi.useHandle(handle ->
                handle.createUpdate(COUNT_UP).bindArray("ids", UUID.class, ids).execute());
    }
}
