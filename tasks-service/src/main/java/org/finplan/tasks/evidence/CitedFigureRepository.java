package org.finplan.tasks.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.evidence.Figures.Citer;
import org.finplan.tasks.evidence.Figures.Figure;
import org.finplan.tasks.task.TaskKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Which figures are cited by whom: one statement for a page, however many it holds. */
@ApplicationScoped
class CitedFigureRepository {

    private static final String OF_EACH = """
            CROSS JOIN LATERAL (
                SELECT DISTINCT o.indicator, o.region, o.period, o.period_end
                FROM evidence_citation c JOIN observation_version o USING (observation)
                WHERE %s
                ORDER BY o.period_end DESC, o.indicator, o.region, o.period LIMIT 20) AS f
            ORDER BY asked.place, f.period_end DESC, f.indicator, f.region, f.period""";

    private static final String BY_LEAVES = """
            SELECT asked.place, f.indicator, f.region, f.period
            FROM unnest(:plans, :tasks, :regions) WITH ORDINALITY AS asked (plan, task, region, place)
            """
            + OF_EACH.formatted("c.plan = asked.plan AND c.task = asked.task AND c.region = asked.region"
                    + " AND c.claim_kind = 'progress-report'");

    private static final String BY_MATTERS = """
            SELECT asked.place, f.indicator, f.region, f.period
            FROM unnest(:matters) WITH ORDINALITY AS asked (matter, place)
            """ + OF_EACH.formatted("c.claim = asked.matter");

    private static final String CITERS = """
            SELECT f.indicator, f.region, f.period, c.plan, c.task, c.matter
            FROM unnest(:indicators, :regions, :periods) AS f (indicator, region, period)
            CROSS JOIN LATERAL (
                SELECT DISTINCT CASE WHEN c.claim_kind = 'progress-report' THEN c.plan END AS plan,
                    CASE WHEN c.claim_kind = 'progress-report' THEN c.task END AS task,
                    CASE WHEN c.claim_kind = 'supervision-reply' THEN c.claim END AS matter
                FROM observation_version o JOIN evidence_citation c USING (observation)
                WHERE o.indicator = f.indicator AND o.region = f.region AND o.period = f.period
                ORDER BY plan, task, matter LIMIT :most) AS c""";

    private final Jdbi jdbi;

    CitedFigureRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<Integer, List<Figure>> byLeaves(List<TaskKey> leaves, List<String> regions) {
        return jdbi.withHandle(handle -> figures(handle.createQuery(BY_LEAVES)
                .bindArray(
                        "plans",
                        String.class,
                        leaves.stream().map(TaskKey::plan).toList())
                .bindArray(
                        "tasks", String.class, leaves.stream().map(TaskKey::id).toList())
                .bindArray("regions", String.class, regions)));
    }

    Map<Integer, List<Figure>> byMatters(List<UUID> matters) {
        return jdbi.withHandle(
                handle -> figures(handle.createQuery(BY_MATTERS).bindArray("matters", UUID.class, matters)));
    }

    Map<Figure, List<Citer>> citers(Collection<Figure> figures, int most) {
        Map<Figure, List<Citer>> citers = new HashMap<>();
        jdbi.useHandle(handle -> citing(handle, figures, most)
                .map(Row.to(row -> citers.computeIfAbsent(
                                new Figure(row.text("indicator"), row.text("region"), row.text("period")),
                                figure -> new ArrayList<>())
                        .add(new Citer(row.text("plan"), row.text("task"), row.uuid("matter")))))
                .list());
        return citers;
    }

    private static Query citing(Handle handle, Collection<Figure> figures, int most) {
        return handle.createQuery(CITERS)
                .bindArray(
                        "indicators",
                        String.class,
                        figures.stream().map(Figure::indicator).toList())
                .bindArray(
                        "regions",
                        String.class,
                        figures.stream().map(Figure::region).toList())
                .bindArray(
                        "periods",
                        String.class,
                        figures.stream().map(Figure::period).toList())
                .bind("most", most);
    }

    private static Map<Integer, List<Figure>> figures(Query query) {
        Map<Integer, List<Figure>> figures = new HashMap<>();
        query.map(Row.to(row -> figures.computeIfAbsent(row.integer("place") - 1, place -> new ArrayList<>())
                        .add(new Figure(row.text("indicator"), row.text("region"), row.text("period")))))
                .list();
        return figures;
    }
}
