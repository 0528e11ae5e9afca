package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.TaskKey;
import org.jdbi.v3.core.Jdbi;

/** Which measures wait for another report, since the newest one was returned. */
@ApplicationScoped
public class ReturnedReports {

    /** Ids are in the order of time. Reports of other regions than the caller's do not exist for the connection. */
    private static final String OF_UNITS = """
            SELECT DISTINCT plan, task FROM (
                SELECT DISTINCT ON (plan, task, region) plan, task, state FROM progress_report
                WHERE plan = ANY (:plans) AND (plan, task) IN (SELECT * FROM tasks_of_units(:units))
                ORDER BY plan, task, region, id DESC
            ) AS newest
            WHERE state = 'returned' ORDER BY plan, task LIMIT :most""";

    private final Jdbi jdbi;

    ReturnedReports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Finds measures that units have in any role and whose newest report of a region that the caller reads was returned.
     *
     * @param units codes of the units
     * @param plans codes of the plans
     * @param most most measures
     * @return their keys
     */
    public List<TaskKey> ofUnits(Collection<String> units, Collection<String> plans, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_UNITS)
                .bindArray("units", String.class, List.copyOf(units))
                .bindArray("plans", String.class, List.copyOf(plans))
                .bind("most", most)
                .map(Row.to(row -> new TaskKey(row.text("plan"), row.text("task"))))
                .list());
    }
}
