package org.finplan.tasks.supervision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.OrderingMode;
import org.hibernate.ReadOnlyMode;
import org.hibernate.Session;

/** The supervised matters. */
@ApplicationScoped
class SupervisionRepository implements PanacheRepositoryBase<Supervision, UUID> {

    /** Reads matters that are locked. */
    List<Supervision> read(List<UUID> locked) {
        // They are written together by a statement of their own, so that no copy of them is kept for comparing.
        return locked.isEmpty()
                ? List.of()
                : getEntityManager()
                        .unwrap(Session.class)
                        .findMultiple(Supervision.class, locked, ReadOnlyMode.READ_ONLY, OrderingMode.UNORDERED);
    }

    /** Finds what a cause opened and is not closed; to be locked before it is relied on. */
    Optional<Supervision> openFor(String cause) {
        return find("causeKey = ?1 and closedAt is null", cause).firstResultOptional();
    }

    /**
     * Whether there are open matters of a city that were reckoned by another calendar. Asked again and again: on both sides of the
     * calendar nothing is there to be read.
     */
    boolean hasOtherCalendar(String city, String fingerprint, Instant now) {
        return !getEntityManager()
                .createQuery("""
                        SELECT s.id FROM Supervision s
                        WHERE s.city = :city AND s.closedAt IS NULL
                          AND (s.calendar < :fingerprint OR s.calendar > :fingerprint)
                          AND (s.climbed.asideUntil IS NULL OR s.climbed.asideUntil <= :now)""", UUID.class)
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

    long count(SupervisionConditions conditions) {
        return count(conditions.text(), conditions.parameters());
    }
}
