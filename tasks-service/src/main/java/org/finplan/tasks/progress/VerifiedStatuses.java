package org.finplan.tasks.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.TaskStatus;
import org.jdbi.v3.core.Jdbi;

/** Reads what was verified of the tasks of a plan until a day, within the regions of the transaction. */
@ApplicationScoped
public class VerifiedStatuses {

    private static final String NEWEST = """
            SELECT DISTINCT ON (task, region) task, region, status, reported_for FROM progress_report
            WHERE plan = :plan AND state = 'verified' AND reported_for <= :until
            ORDER BY task, region, reported_for DESC, reviewed_at DESC""";

    private final Jdbi jdbi;

    VerifiedStatuses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Reads the newest verified report of each task and region.
     *
     * @param plan plan code
     * @param until the last day that a report may be for
     * @return at most one for each task and region
     */
    public List<VerifiedStatus> until(String plan, LocalDate until) {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .bind("plan", plan)
                .bind("until", until)
                .map(Row.to(row -> new VerifiedStatus(
                        row.text("task"),
                        row.text("region"),
                        TaskStatus.of(row.text("status")),
                        row.date("reported_for"))))
                .list());
    }
}
