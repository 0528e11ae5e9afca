package org.finplan.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;

/** What the regions last said of each leaf. */
@ApplicationScoped
class StandingRepository {

    private static final String OF_TASK = """
            SELECT region, claimed_status, claimed_for, claimed_at, verified_status, verified_for, verified_at
            FROM task_standing WHERE plan = :plan AND task = :task ORDER BY region""";

    private final Session session;

    StandingRepository(Session session) {
        this.session = session;
    }

    /**
     * What one region last said.
     *
     * @param claimed by its newest report that was not returned
     * @param verified by its newest verified report, or null
     */
    record Pair(Standing claimed, Standing verified) {}

    /**
     * Reads the standings of a leaf.
     *
     * @param key its key
     * @return one of each region that reported
     */
    List<Pair> of(TaskKey key) {
        return session.createNativeQuery(OF_TASK, Tuple.class)
                .setParameter("plan", key.plan())
                .setParameter("task", key.id())
                .getResultStream()
                .map(row -> new Pair(standing(row, "claimed"), standing(row, "verified")))
                .toList();
    }

    /**
     * Reads what is verified of a leaf.
     *
     * @param key its key
     * @return at most one standing of each region
     */
    List<Standing> verified(TaskKey key) {
        return of(key).stream()
                .filter(pair -> pair.verified() != null)
                .map(Pair::verified)
                .toList();
    }

    /**
     * Reads what is claimed of a leaf.
     *
     * @param key its key
     * @return one standing of each region
     */
    List<Standing> claimed(TaskKey key) {
        return of(key).stream().map(Pair::claimed).toList();
    }

    private static Standing standing(Tuple row, String kind) {
        String status = row.get(kind + "_status", String.class);
        return status == null
                ? null
                : new Standing(
                        row.get("region", String.class),
                        TaskStatus.of(status),
                        row.get(kind + "_for", LocalDate.class),
                        row.get(kind + "_at", Instant.class));
    }
}
