package org.finplan.tasks.task.due;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskStatus;
import org.jdbi.v3.core.Jdbi;

/** Finds tasks by whoever leads them and the day they are due on. */
@ApplicationScoped
public class DueTasks {

    /** Row-level security then knows the city alone, whose plans with their tasks are no secret of a district. */
    private static final String BIND = """
            SELECT set_config('finplan.read_regions', :city, true), set_config('finplan.write_regions', '', true)""";

    private static final String LED = """
            SELECT plan, id, title_zh, title_en, due_date, status, version, lead_at FROM task
            WHERE lead = :lead AND due_date BETWEEN :from AND :until AND retired_in IS NULL AND withdrawn_at IS NULL
                AND status NOT IN ('done', 'stopped')
            ORDER BY due_date, plan, id LIMIT :most""";

    private final Jdbi jdbi;

    DueTasks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Finds what a unit leads and has not ended. From here on the transaction sees the city alone.
     *
     * @param city code of the city whose plans count
     * @param lead code of the unit
     * @param from the first day
     * @param until the last day
     * @param most how many at most, the earliest first
     * @return the tasks
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<DueTask> led(String city, String lead, LocalDate from, LocalDate until, int most) {
        return jdbi.withHandle(handle -> {
            handle.createQuery(BIND).bind("city", city).mapTo(String.class).one();
            return handle.createQuery(LED)
                    .bind("lead", lead)
                    .bind("from", from)
                    .bind("until", until)
                    .bind("most", most)
                    .map(Row.to(row -> new DueTask(
                            new TaskKey(row.text("plan"), row.text("id")),
                            new LocalizedText(row.text("title_zh"), row.text("title_en")),
                            row.date("due_date"),
                            TaskStatus.of(row.text("status")),
                            row.number("version"),
                            row.instant("lead_at"))))
                    .list();
        });
    }
}
