package org.finplan.tasks.task.due;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** Reads the leaves of a plan. */
@ApplicationScoped
public class PlanLeaves {

    private static final String LEAVES = """
            SELECT id, lead, regions, due_date FROM task
            WHERE plan = :plan AND level = 'measure' AND retired_in IS NULL""";

    private final Jdbi jdbi;

    PlanLeaves(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Reads them.
     *
     * @param plan plan code
     * @return its leaves that are not retired, in no order
     */
    public List<PlanLeaf> of(String plan) {
        return jdbi.withHandle(handle -> handle.createQuery(LEAVES)
                .bind("plan", plan)
                .map(Row.to(row ->
                        new PlanLeaf(row.text("id"), row.text("lead"), row.texts("regions"), row.date("due_date"))))
                .list());
    }
}
