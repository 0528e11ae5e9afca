package org.finplan.tasks.task.search;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.search.AskedLeaves.AskedLeaf;
import org.finplan.tasks.task.search.AskedLeaves.Link;
import org.finplan.tasks.task.search.AskedLeaves.Position;
import org.finplan.tasks.task.search.AskedLeaves.Wanted;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Leaves with the regions that they ask. */
@ApplicationScoped
class AskedLeafRepository {

    private static final String FROM = """
            FROM unnest(:plans, :cities) AS p (plan, city)
            JOIN task_seen t ON t.plan = p.plan
            CROSS JOIN LATERAL unnest(CASE WHEN t.regions = '{}' THEN ARRAY[p.city] ELSE t.regions END) AS asked (region)
            WHERE t.level = 'measure' AND t.retired_in IS NULL AND (:everywhere OR asked.region = ANY (:readable))""";

    /** The first line is for the indexes of regions and leads, the second decides. */
    private static final String OF_UNIT = """
             AND (t.regions && ARRAY[CAST(:unit AS text)] OR t.lead = :unit OR (t.regions = '{}' AND p.city = :unit))
             AND (asked.region = :unit OR t.lead = :unit)""";

    private static final String AFTER =
            " AND (t.plan, t.ordinal, asked.region) > (:afterPlan, :afterOrdinal, :afterRegion)";

    private static final String COLUMNS =
            "SELECT t.plan, t.id, t.ordinal, t.title_zh, t.title_en, asked.region, t.lead, t.indicators ";

    private static final String ORDER = " ORDER BY t.plan, t.ordinal, asked.region LIMIT :limit";

    private static final String LINKED = """
            SELECT s.indicator, s.region, l.plan, l.id
            FROM unnest(:indicators, :regions) AS s (indicator, region)
            CROSS JOIN LATERAL (
                SELECT t.plan, t.id FROM task_seen t JOIN unnest(:plans, :cities) AS p (plan, city) ON p.plan = t.plan
                WHERE t.indicators @> ARRAY[s.indicator] AND t.level = 'measure' AND t.retired_in IS NULL
                  AND (t.regions @> ARRAY[s.region] OR (t.regions = '{}' AND p.city = s.region))
                ORDER BY t.plan, t.ordinal LIMIT :most) AS l""";

    private final Jdbi jdbi;

    AskedLeafRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<AskedLeaf> list(Wanted wanted, @Nullable Position after, int limit) {
        String condition = (wanted.unit() == null ? "" : OF_UNIT) + (after == null ? "" : AFTER);
        return jdbi.withHandle(handle -> {
            var query = bind(handle.createQuery(COLUMNS + FROM + condition + ORDER), wanted)
                    .bind("limit", limit);
            if (after != null) {
                query.bind("afterPlan", after.leaf().plan())
                        .bind("afterOrdinal", after.leaf().ordinal())
                        .bind("afterRegion", after.region());
            }
            return query.map(Row.to(AskedLeafRepository::leaf)).list();
        });
    }

    long count(Wanted wanted) {
        String condition = wanted.unit() == null ? "" : OF_UNIT;
        return jdbi.withHandle(handle -> bind(handle.createQuery("SELECT count(*) " + FROM + condition), wanted)
                .mapTo(Long.class)
                .one());
    }

    Map<Link, List<TaskKey>> linked(Map<String, String> cities, Collection<Link> links, int most) {
        Map<Link, List<TaskKey>> linked = new HashMap<>();
        jdbi.withHandle(handle -> bind(handle.createQuery(LINKED), cities)
                        .bindArray(
                                "indicators",
                                String.class,
                                links.stream().map(Link::indicator).toList())
                        .bindArray(
                                "regions",
                                String.class,
                                links.stream().map(Link::region).toList())
                        .bind("most", most)
                        .map(Row.to(row -> Map.entry(
                                new Link(row.text("indicator"), row.text("region")),
                                new TaskKey(row.text("plan"), row.text("id")))))
                        .list())
                .forEach(entry -> linked.computeIfAbsent(entry.getKey(), link -> new ArrayList<>())
                        .add(entry.getValue()));
        return linked;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Wanted wanted) {
        if (wanted.unit() != null) {
            statement.bind("unit", wanted.unit());
        }
        return bind(statement, wanted.cities())
                .bind("everywhere", wanted.regions().all())
                .bindArray(
                        "readable", String.class, List.copyOf(wanted.regions().codes()));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Map<String, String> cities) {
        List<String> plans = List.copyOf(cities.keySet());
        return statement
                .bindArray("plans", String.class, plans)
                .bindArray(
                        "cities", String.class, plans.stream().map(cities::get).toList());
    }

    private static AskedLeaf leaf(Row row) throws SQLException {
        return new AskedLeaf(
                new TaskKey(row.text("plan"), row.text("id")),
                row.integer("ordinal"),
                new LocalizedText(row.text("title_zh"), row.text("title_en")),
                row.text("region"),
                row.text("lead"),
                row.texts("indicators"));
    }
}
