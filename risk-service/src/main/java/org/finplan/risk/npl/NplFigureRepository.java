package org.finplan.risk.npl;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
class NplFigureRepository implements PanacheRepositoryBase<NplFigure, NplFigure.Key> {

    /**
     * Lets no other transaction compare figures of the same day until this one ends. The city's and the province's figure
     * arrive in different partitions: without the lock each of two transactions could miss the figure of the other.
     */
    void lock(LocalDate periodEnd) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:day, 0))", Integer.class)
                .setParameter("day", "npl_figure/" + periodEnd)
                .getSingleResult();
    }

    List<NplFigure> of(LocalDate periodEnd) {
        return list("periodEnd = ?1 order by key.region, key.period", periodEnd);
    }
}
