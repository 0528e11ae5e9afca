package org.finplan.indicators.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads histories from the table of observations, in two round trips for a page: which figures there are and how many versions
 * each has, then these versions. Both go along the primary key and see no more of it than the page.
 */
@ApplicationScoped
class HistoryRepository {

    /** Each region has its own place in the primary key, where its figures lie in the order of the pages. */
    private static final String FIGURES = """
            SELECT wanted.region, found.*
            FROM unnest(:regions::text[]) AS wanted (region)
            CROSS JOIN LATERAL (
                SELECT o.period_end, o.period_start, count(*)::int AS versions
                FROM observation o
                WHERE o.indicator = :indicator AND o.region = wanted.region AND o.kind = :kind AND o.variant = 'main'
                    AND o.period_end BETWEEN :from AND :to AND %s <= :as_of %s
                GROUP BY o.period_end, o.period_start
                ORDER BY o.period_end, o.period_start LIMIT :rows) found
            ORDER BY found.period_end, found.period_start, wanted.region LIMIT :rows
            """;

    /** The first condition is for the index, the second for a region whose figure of the same period is on the page before. */
    private static final String BEYOND = """
            AND (o.period_end, o.period_start) >= (:after_end, :after_start)
                    AND (o.period_end, o.period_start, wanted.region) > (:after_end, :after_start, :after_region)""";

    private static final String VERSIONS = """
            SELECT o.*
            FROM unnest(:regions::text[], :ends::date[], :starts::date[]) WITH ORDINALITY
                AS wanted (region, period_end, period_start, place)
            JOIN observation o ON o.indicator = :indicator AND o.region = wanted.region AND o.kind = :kind
                AND o.period_end = wanted.period_end AND o.period_start = wanted.period_start AND o.variant = 'main'
            WHERE %s <= :as_of
            ORDER BY wanted.place, o.version
            """;

    private static final RowMapper<HistoryQuery.Sized> SIZED = Row.to(row -> new HistoryQuery.Sized(
            new HistoryQuery.Position(row.date("period_end"), row.date("period_start"), row.text("region")),
            row.integer("versions")));

    private final Jdbi jdbi;

    HistoryRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the histories of a page} */
    HistoryPage page(HistoryQuery history) {
        List<HistoryQuery.Sized> found = figures(history);
        List<HistoryQuery.Position> page =
                history.page(found).stream().map(HistoryQuery.Sized::position).toList();
        Optional<HistoryQuery.Position> last =
                page.size() < found.size() ? Optional.of(page.get(page.size() - 1)) : Optional.empty();
        return new HistoryPage(page.isEmpty() ? List.of() : versions(history, page), last);
    }

    private List<HistoryQuery.Sized> figures(HistoryQuery history) {
        String sql = FIGURES.formatted(
                history.knowledge().axis().column(), history.after().isPresent() ? BEYOND : "");
        return jdbi.withHandle(handle -> {
            Query query = bind(handle.createQuery(sql), history)
                    .bindArray("regions", String.class, history.regions())
                    .bind("from", history.from())
                    .bind("to", history.to())
                    .bind("rows", history.limit() + 1);
            history.after().ifPresent(position -> query.bind("after_end", position.end())
                    .bind("after_start", position.start())
                    .bind("after_region", position.region()));
            return query.map(SIZED).list();
        });
    }

    private List<Observation> versions(HistoryQuery history, List<HistoryQuery.Position> figures) {
        String sql = VERSIONS.formatted(history.knowledge().axis().column());
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), history)
                .bindArray(
                        "regions",
                        String.class,
                        figures.stream().map(HistoryQuery.Position::region).toList())
                .bindArray(
                        "ends",
                        LocalDate.class,
                        figures.stream().map(HistoryQuery.Position::end).toList())
                .bindArray(
                        "starts",
                        LocalDate.class,
                        figures.stream().map(HistoryQuery.Position::start).toList())
                .map(ObservationRows.OBSERVATION)
                .list());
    }

    private static Query bind(Query query, HistoryQuery history) {
        return query.bind("indicator", history.indicator())
                .bind("kind", history.kind().code())
                .bind("as_of", history.knowledge().asOf());
    }
}
