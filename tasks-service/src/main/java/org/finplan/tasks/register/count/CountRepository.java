package org.finplan.tasks.register.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.register.EntryConditions;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What entered and left a register, in one statement however many entries there are. */
@ApplicationScoped
class CountRepository {

    /** A step is a stage that an entry came into, or its end; a turn is a step after which it is counted and before was not. */
    private static final String TURNS = """
            WITH chosen AS MATERIALIZED (
                SELECT e.id, e.region, e.ended_on, e.fields FROM register_entry e%s
            ), step AS (
                SELECT c.id, s.number, s.since AS day, s.stage = ANY (:counted) AS here
                FROM chosen c JOIN register_stage s ON s.entry = c.id WHERE s.since <= :at
                UNION ALL
                SELECT c.id, 2147483647, c.ended_on, false FROM chosen c WHERE c.ended_on <= :at
            ), turn AS (
                SELECT id, day, here, coalesce(lag(here) OVER (PARTITION BY id ORDER BY number), false) AS before
                FROM step
            )
            SELECT c.region, CAST(extract(year FROM t.day) AS integer) AS year,
                count(*) FILTER (WHERE t.here) AS entered, count(*) FILTER (WHERE NOT t.here) AS gone%s
            FROM turn t JOIN chosen c ON c.id = t.id
            WHERE t.here <> t.before AND (CAST(:after AS date) IS NULL OR t.day > :after)
            GROUP BY c.region, year ORDER BY c.region, year""";

    private static final String SUM = """
            , coalesce(sum(CAST(c.fields -> :field%1$d ->> 'value' AS numeric)) FILTER (WHERE t.here), 0) AS entered%1$d,
            coalesce(sum(CAST(c.fields -> :field%1$d ->> 'value' AS numeric)) FILTER (WHERE NOT t.here), 0) AS gone%1$d""";

    private final Jdbi jdbi;

    CountRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Adds up what entered and left.
     *
     * @param conditions which entries
     * @param counted stages that are counted
     * @param after day after which it is added up, or null for all
     * @param at last day that is added up
     * @param fields codes of the fields that are added up
     * @return by regions and years
     */
    List<Turnover> turnovers(
            EntryConditions conditions, List<String> counted, LocalDate after, LocalDate at, List<String> fields) {
        StringBuilder sums = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            sums.append(SUM.formatted(i));
        }
        String sql = TURNS.formatted(conditions.where(), sums);
        return jdbi.withHandle(handle -> {
            Query query = conditions
                    .bindTo(handle.createQuery(sql))
                    .bindArray("counted", String.class, counted)
                    .bind("after", after)
                    .bind("at", at);
            for (int i = 0; i < fields.size(); i++) {
                query.bind("field" + i, fields.get(i));
            }
            return query.map(Row.to(row -> {
                        List<BigDecimal> entered = new ArrayList<>();
                        List<BigDecimal> left = new ArrayList<>();
                        for (int i = 0; i < fields.size(); i++) {
                            entered.add(row.decimal("entered" + i));
                            left.add(row.decimal("gone" + i));
                        }
                        return new Turnover(
                                row.text("region"),
                                row.integer("year"),
                                row.number("entered"),
                                row.number("gone"),
                                entered,
                                left);
                    }))
                    .list();
        });
    }
}
