package org.finplan.indicators.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads what is published from the table of observations: for each figure the newest version whose audience is public: it
 * stands in a published document, or a public release brought it. Other reports to the suite and values derived from other
 * figures are not published. Whatever was taken back is gone, even by a withdrawal that was not published itself.
 */
@ApplicationScoped
class PublicFigureRepository {

    private static final String KEY = "indicator, region, kind, period_end, period_start, variant";

    private final Jdbi jdbi;

    PublicFigureRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the figures after a position in their order, at most so many} */
    List<Observation> page(PublicSelection selection, Optional<FigurePosition> after, int rows) {
        String sql = "SELECT *" + newest(after.isPresent()) + " ORDER BY " + KEY + " LIMIT :rows";
        return jdbi.withHandle(handle -> {
            Query query = bind(handle.createQuery(sql), selection).bind("rows", rows);
            after.ifPresent(position -> ObservationRows.bind(query, position));
            return query.map(ObservationRows.OBSERVATION).list();
        });
    }

    /** {@return how many figures there are on all pages} */
    long count(PublicSelection selection) {
        String sql = "SELECT count(*)" + newest(false);
        return jdbi.withHandle(handle ->
                bind(handle.createQuery(sql), selection).mapTo(Long.class).one());
    }

    /** Goes along the primary key, whose order is that of the pages. */
    private static String newest(boolean goesOn) {
        return " FROM (SELECT DISTINCT ON (" + KEY + ") * FROM observation"
                + " WHERE indicator = ANY (:indicators) AND region = ANY (:regions) AND kind = ANY (:kinds)"
                + " AND period_end BETWEEN :from AND :to AND (audience = 'public' OR withdrawn)"
                + (goesOn ? " AND (" + KEY + ") > " + ObservationRows.POSITION : "")
                + " ORDER BY " + KEY + ", version DESC) newest WHERE NOT withdrawn";
    }

    private static Query bind(Query query, PublicSelection selection) {
        return query.bindArray("indicators", String.class, selection.indicators())
                .bindArray("regions", String.class, selection.regions())
                .bindArray("kinds", String.class, selection.kinds())
                .bind("from", selection.from())
                .bind("to", selection.to());
    }
}
