package org.finplan.indicators.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds figures by what is said of their newest versions. A series is read along the primary key, a release along its index;
 * a source alone reads the whole table.
 */
@ApplicationScoped
class SelectedFigureRepository {

    private static final String KEY = "indicator, region, kind, period_end, period_start, variant";

    private static final String NEWEST = """
            SELECT o.* FROM observation o
            WHERE NOT o.withdrawn AND o.variant <> 'computed'
                AND NOT EXISTS (SELECT FROM observation later WHERE later.id = o.id AND later.version > o.version)""";

    /** What still counts of the releases that brought one of the wanted figures after an instant. */
    private static final String LATER = NEWEST + """

                AND o.release IN (
                    SELECT again.release
                    FROM %s JOIN observation again USING (indicator, region, kind, period_end, period_start, variant)
                    WHERE again.release IS NOT NULL AND again.known_at > :after)
            ORDER BY o.release LIMIT :rows
            """.formatted(KeyColumns.ROWS);

    private final Jdbi jdbi;

    SelectedFigureRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the newest versions that a selection finds, in the order of their keys, at most so many} */
    List<Observation> find(FigureSelection selection, int rows) {
        String sql = NEWEST + conditions(selection) + " ORDER BY " + KEY + " LIMIT :rows";
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), selection)
                .bind("rows", rows)
                .map(ObservationRows.OBSERVATION)
                .list());
    }

    /**
     * Reads what is left of releases that brought some figures again.
     *
     * @param keys the figures
     * @param after when they were known before
     * @param rows most rows
     * @return newest versions that one of these releases brought, those of one release together
     */
    List<Observation> ofReleasesAfter(Collection<ObservationKey> keys, Instant after, int rows) {
        return jdbi.withHandle(handle -> KeyColumns.bind(handle.createQuery(LATER), keys)
                .bind("after", after)
                .bind("rows", rows)
                .map(ObservationRows.OBSERVATION)
                .list());
    }

    private static String conditions(FigureSelection selection) {
        List<String> conditions = new ArrayList<>();
        if (selection.series() != null) {
            conditions.add("o.indicator = :series");
        }
        if (selection.regions() != null) {
            conditions.add("o.region = ANY (:regions)");
        }
        if (selection.from() != null) {
            conditions.add("o.period_end >= :from");
        }
        if (selection.to() != null) {
            conditions.add("o.period_end <= :to");
        }
        if (selection.source() != null) {
            conditions.add("o.source_title = :source");
        }
        if (selection.release() != null) {
            conditions.add("o.release = :release");
        }
        return String.join("", conditions.stream().map(" AND "::concat).toList());
    }

    private static Query bind(Query query, FigureSelection selection) {
        if (selection.series() != null) {
            query.bind("series", selection.series());
        }
        if (selection.regions() != null) {
            query.bindArray("regions", String.class, selection.regions());
        }
        if (selection.from() != null) {
            query.bind("from", selection.from());
        }
        if (selection.to() != null) {
            query.bind("to", selection.to());
        }
        if (selection.source() != null) {
            query.bind("source", selection.source());
        }
        return selection.release() == null ? query : query.bind("release", selection.release());
    }
}
