package org.finplan.indicators.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Reads from the table of observations what releases brought, along its index by release. */
@ApplicationScoped
class ReleasedFigureRepository {

    private static final String KEY = "indicator, region, kind, period_end, period_start, variant";

    private static final String SUMMARIES = """
            SELECT o.release, count(DISTINCT o.id)::int AS figures,
                bool_and(EXISTS (SELECT FROM observation later WHERE later.id = o.id AND later.version > o.version))
                    AS superseded
            FROM observation o WHERE o.release = ANY (:releases) GROUP BY o.release
            """;

    private static final RowMapper<ReleasedFigures> SUMMARY =
            Row.to(row -> new ReleasedFigures(row.uuid("release"), row.integer("figures"), row.flag("superseded")));

    private final Jdbi jdbi;

    ReleasedFigureRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return what is there of the figures of releases; nothing for those without any} */
    List<ReleasedFigures> summaries(Collection<UUID> releases) {
        return jdbi.withHandle(handle -> handle.createQuery(SUMMARIES)
                .bindArray("releases", UUID.class, releases)
                .map(SUMMARY)
                .list());
    }

    /** {@return the figures that a release brought, in the order of their keys, after a position, at most so many} */
    List<Observation> page(UUID release, Optional<FigurePosition> after, int rows) {
        // What counts is stated again after a late arrival, as a further version of the same release.
        String sql = "SELECT DISTINCT ON (" + KEY + ") * FROM observation WHERE release = :release"
                + (after.isPresent() ? " AND (" + KEY + ") > " + ObservationRows.POSITION : "")
                + " ORDER BY " + KEY + ", version DESC LIMIT :rows";
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("release", release).bind("rows", rows);
            after.ifPresent(position -> ObservationRows.bind(query, position));
            return query.map(ObservationRows.OBSERVATION).list();
        });
    }
}
