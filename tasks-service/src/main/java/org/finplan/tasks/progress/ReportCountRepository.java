package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.progress.ReportCounts.Count;
import org.finplan.tasks.task.TaskKey;
import org.jdbi.v3.core.Jdbi;

/** Counts reports of many leaves and regions in one statement. */
@ApplicationScoped
class ReportCountRepository {

    private static final String SINCE = """
            SELECT a.place, count(*) AS reports, max(r.reported_for) AS last_for
            FROM unnest(:plans, :tasks, :regions) WITH ORDINALITY AS a (plan, task, region, place)
            JOIN progress_report r ON r.plan = a.plan AND r.task = a.task AND r.region = a.region
            WHERE r.reported_at >= :since
            GROUP BY a.place""";

    private final Jdbi jdbi;

    ReportCountRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<Integer, Count> since(List<TaskKey> leaves, List<String> regions, Instant since) {
        Map<Integer, Count> counts = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery(SINCE)
                        .bindArray(
                                "plans",
                                String.class,
                                leaves.stream().map(TaskKey::plan).toList())
                        .bindArray(
                                "tasks",
                                String.class,
                                leaves.stream().map(TaskKey::id).toList())
                        .bindArray("regions", String.class, regions)
                        .bind("since", since)
                        .map(Row.to(row -> Map.entry(
                                row.integer("place") - 1, new Count(row.number("reports"), row.date("last_for")))))
                        .list())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }
}
