package org.finplan.risk.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.rule.Subject;
import org.jdbi.v3.core.Jdbi;

/** The alerts, each as an aggregate that changes. */
@ApplicationScoped
class AlertRepository implements PanacheRepositoryBase<Alert, UUID> {

    private static final UUID NONE = new UUID(0, 0);

    private static final String LOCK = """
            SELECT a.id FROM unnest(:rules, :subjects) AS n (rule, subject)
            JOIN alert a ON a.rule = n.rule AND a.subject = n.subject
            ORDER BY a.id FOR UPDATE OF a""";

    private static final String TELL = """
            UPDATE alert SET told = NOT told
            WHERE id = ANY (:ids) AND told = (id IN (SELECT unnest(CAST(:muted AS uuid[]))))""";

    private final Jdbi jdbi;

    AlertRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Finds the alerts of subjects and locks them until the transaction ends, in the order of their ids, so that two runs never wait
     * for each other in a circle.
     */
    List<Alert> lock(Collection<Subject> subjects) {
        List<UUID> ids = jdbi.withHandle(handle -> handle.createQuery(LOCK)
                .bindArray(
                        "rules",
                        String.class,
                        subjects.stream().map(Subject::rule).toList())
                .bindArray(
                        "subjects",
                        String.class,
                        subjects.stream().map(Subject::key).toList())
                .mapTo(UUID.class)
                .list());
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /**
     * Finds open alerts whose time is up, or which have no clock yet since they are of an earlier release, the longest due first.
     *
     * @param putBack ids that are left out
     */
    List<UUID> due(Instant now, Collection<UUID> putBack, int most) {
        return getEntityManager()
                .createQuery("""
                        SELECT a.id FROM Alert a
                        WHERE a.state IN :states AND a.id NOT IN :putBack
                          AND (a.dueAt <= :now OR a.clockFrom IS NULL
                               OR (a.state = :acknowledged AND a.acknowledgement.until <= :now))
                        ORDER BY a.dueAt NULLS FIRST, a.id""", UUID.class)
                .setParameter("states", List.of(AlertState.RAISED, AlertState.ACKNOWLEDGED, AlertState.DISPOSING))
                .setParameter("putBack", putBack.isEmpty() ? List.of(NONE) : putBack)
                .setParameter("acknowledged", AlertState.ACKNOWLEDGED)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Keeps of alerts, whose rows are written, whether what was to be told of them is told; it is not when they are muted. */
    void tell(Collection<UUID> ids, Collection<UUID> muted) {
        jdbi.useHandle(handle -> handle.createUpdate(TELL)
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .bindArray("muted", UUID.class, List.copyOf(muted))
                .execute());
    }

    /** Writes alerts and forgets them, so that a run with many does not look through all of them again for each. */
    void settle(Collection<Alert> alerts) {
        flush();
        alerts.forEach(getEntityManager()::detach);
    }

    /** Locks an alert until the transaction ends. */
    Optional<Alert> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
