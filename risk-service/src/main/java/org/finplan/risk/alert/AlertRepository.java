package org.finplan.risk.alert;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
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

    /** Locks an alert until the transaction ends. */
    Optional<Alert> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
