package org.finplan.risk.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.rule.Subject;

/** The alerts, each as an aggregate that changes. */
@ApplicationScoped
class AlertRepository implements PanacheRepositoryBase<Alert, UUID> {

    /** Finds the alert of a subject and locks it until the transaction ends. */
    Optional<Alert> lock(Subject subject) {
        return find("rule = ?1 and subject = ?2", subject.rule(), subject.key())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Finds open alerts whose time is up, or which have no clock yet since they are of an earlier release. */
    List<UUID> due(Instant now, int most) {
        return getEntityManager()
                .createQuery("""
                        SELECT a.id FROM Alert a
                        WHERE a.state IN :states
                          AND (a.dueAt <= :now OR a.clockFrom IS NULL
                               OR (a.state = :acknowledged AND a.acknowledgement.until <= :now))""", UUID.class)
                .setParameter("states", List.of(AlertState.RAISED, AlertState.ACKNOWLEDGED, AlertState.DISPOSING))
                .setParameter("acknowledged", AlertState.ACKNOWLEDGED)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Writes an alert and forgets it, so that a run with many does not look through all of them again for each. */
    void settle(Alert alert) {
        flush();
        getEntityManager().detach(alert);
    }

    /** Locks an alert until the transaction ends. */
    Optional<Alert> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
