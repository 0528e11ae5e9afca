package org.finplan.tasks.supervision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The supervised matters. */
@ApplicationScoped
class SupervisionRepository implements PanacheRepositoryBase<Supervision, UUID> {

    /** Hibernate's word for rows that another transaction has locked: they are left to it. */
    private static final int SKIP_LOCKED = -2;

    /** What has something to happen by itself and is not put aside. */
    private static final String DUE = "s.nextOn <= :today AND (s.asideUntil IS NULL OR s.asideUntil <= :now)";

    /** Locks a matter until the transaction ends. */
    Optional<Supervision> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Finds what a cause opened and is not closed. */
    Optional<Supervision> openFor(String cause) {
        return find("causeKey = ?1 and closedAt is null", cause)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Locks some of what has something to happen by itself, unless another instance has it. */
    List<Supervision> lockDue(LocalDate today, Instant now, int most) {
        // In no order: to sort all that is due for each batch would cost more than the batch.
        return getEntityManager()
                .createQuery("SELECT s FROM Supervision s WHERE " + DUE, Supervision.class)
                .setParameter("today", today)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                // They are written together by a statement of their own, so that no copy of them is kept for comparing.
                .setHint("org.hibernate.readOnly", true)
                .setMaxResults(most)
                .getResultList();
    }

    /** Locks one of these. */
    List<Supervision> lockDue(UUID id, LocalDate today, Instant now) {
        return find("id = ?1 and nextOn <= ?2 and (asideUntil is null or asideUntil <= ?3)", id, today, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Ids of what has something to happen by itself. */
    List<UUID> due(LocalDate today, Instant now, int most) {
        return getEntityManager()
                .createQuery("SELECT s.id FROM Supervision s WHERE " + DUE + " ORDER BY s.nextOn, s.id", UUID.class)
                .setParameter("today", today)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Locks some open matters of a city that were reckoned by another calendar, unless another instance has them. */
    List<Supervision> lockOfOtherCalendar(String city, String fingerprint, Instant now, int most) {
        return getEntityManager()
                .createQuery("""
                        SELECT s FROM Supervision s
                        WHERE s.city = :city AND s.closedAt IS NULL AND s.calendar <> :fingerprint
                          AND (s.asideUntil IS NULL OR s.asideUntil <= :now)
                        ORDER BY s.id""", Supervision.class)
                .setParameter("city", city)
                .setParameter("now", now)
                .setHint("org.hibernate.readOnly", true)
                .setParameter("fingerprint", fingerprint)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .setMaxResults(most)
                .getResultList();
    }

    /** Whether there is one of these. Asked again and again: on both sides of the calendar nothing is there to be read. */
    boolean hasOtherCalendar(String city, String fingerprint, Instant now) {
        return !getEntityManager()
                .createQuery("""
                        SELECT s.id FROM Supervision s
                        WHERE s.city = :city AND s.closedAt IS NULL
                          AND (s.calendar < :fingerprint OR s.calendar > :fingerprint)
                          AND (s.asideUntil IS NULL OR s.asideUntil <= :now)""", UUID.class)
                .setParameter("city", city)
                .setParameter("now", now)
                .setParameter("fingerprint", fingerprint)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Reads matters, newest first. */
    List<Supervision> search(SupervisionConditions conditions, @Nullable UUID before, int rows) {
        SupervisionConditions of = before == null ? conditions : conditions.and("id < :before", "before", before);
        return find(of.text() + " order by id desc", of.parameters())
                .page(Page.ofSize(rows))
                .list();
    }

    /** Reads matters in the order in which they are due. */
    List<Supervision> byDue(SupervisionConditions conditions, int rows) {
        return find(conditions.text() + " order by currentDue, id", conditions.parameters())
                .page(Page.ofSize(rows))
                .list();
    }

    /** Counts up the versions of matters, because what readers see with them changed. */
    void countUp(Collection<UUID> ids) {
        update("version = version + 1 where id in ?1", ids);
    }

    long count(SupervisionConditions conditions) {
        return count(conditions.text(), conditions.parameters());
    }
}
