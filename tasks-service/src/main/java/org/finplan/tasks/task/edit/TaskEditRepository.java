package org.finplan.tasks.task.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.Responsibility;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskLevel;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** What the city sets of tasks, in the table of the tasks. */
@ApplicationScoped
class TaskEditRepository {

    private static final String READ = """
            SELECT plan, id, level, clause, version, year, lead, responsible, cooperating, title_zh, title_en, summary_zh, summary_en, regions, indicators, due_date,
                   plan_due, due_by IS NOT NULL AS due_set, retired_in IS NOT NULL AS retired,
                   withdrawn_at IS NOT NULL AS withdrawn
            FROM task WHERE plan = :plan AND id = ANY (:ids) ORDER BY id""";

    private static final String ROWS = """
            jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (
                id text, due date, "dueSet" boolean, "titleZh" text, "titleEn" text, "summaryZh" text, "summaryEn" text,
                regions text[], indicators text[], lead text, responsible text[], cooperating text[], "searchText" text, "searchGrams" text[])""";

    /** Who set a deadline, or units, stays with them while they stay. What the plan says of its nodes is left alone. */
    private static final String WRITE = """
            UPDATE task AS t SET
                due_date = r.due,
                due_by = CASE WHEN NOT r."dueSet" THEN NULL
                              WHEN t.due_by IS NULL OR t.due_date IS DISTINCT FROM r.due THEN :by ELSE t.due_by END,
                due_at = CASE WHEN NOT r."dueSet" THEN NULL
                              WHEN t.due_by IS NULL OR t.due_date IS DISTINCT FROM r.due THEN :now ELSE t.due_at END,
                lead = r.lead, responsible = r.responsible, cooperating = r.cooperating,
                lead_source = CASE WHEN %1$s THEN t.lead_source ELSE 'assigned' END,
                lead_by = CASE WHEN %1$s THEN t.lead_by ELSE :by END,
                lead_at = CASE WHEN %1$s THEN t.lead_at ELSE :now END,
                title_zh = CASE WHEN t.year IS NULL THEN t.title_zh ELSE r."titleZh" END,
                title_en = CASE WHEN t.year IS NULL THEN t.title_en ELSE r."titleEn" END,
                summary_zh = CASE WHEN t.year IS NULL THEN t.summary_zh ELSE r."summaryZh" END,
                summary_en = CASE WHEN t.year IS NULL THEN t.summary_en ELSE r."summaryEn" END,
                regions = CASE WHEN t.year IS NULL THEN t.regions ELSE r.regions END,
                indicators = CASE WHEN t.year IS NULL THEN t.indicators ELSE r.indicators END,
                search_text = CASE WHEN t.year IS NULL THEN t.search_text ELSE r."searchText" END,
                search_grams = CASE WHEN t.year IS NULL THEN t.search_grams ELSE r."searchGrams" END,
                version = t.version + 1
            FROM\s""".formatted(
                            "(t.lead, t.responsible, t.cooperating) IS NOT DISTINCT FROM (r.lead, r.responsible, r.cooperating)")
            + ROWS + " WHERE t.plan = :plan AND t.id = r.id";

    /** A tilde stands in no id of a package, so that no version of one ever names what a city made. */
    private static final String MAKE = """
            INSERT INTO task (plan, id, parent, path, ordinal, branch, level, clause, title_zh, title_en, summary_zh,
                              summary_en, verbs, regions, partner_regions, organisations, systems, indicators, search_text,
                              search_grams, due_date, due_by, due_at, year, made_by, made_at)
            SELECT m.plan,
                   m.id || '~' || :year || '-'
                       || (SELECT count(*) + 1 FROM task w WHERE w.plan = m.plan AND w.parent = m.id AND w.year = :year),
                   m.id, m.path || m.id, nextval('task_work_point_ordinal'), m.branch, 'work-point', m.clause,
                   r."titleZh", r."titleEn", r."summaryZh", r."summaryEn", '{}', r.regions, '{}', '{}', '{}', r.indicators,
                   r."searchText", r."searchGrams", r.due, CASE WHEN r."dueSet" THEN :by END,
                   CASE WHEN r."dueSet" THEN CAST(:now AS timestamptz) END, :year, :by, :now
            FROM\s""" + ROWS + " JOIN task m ON m.plan = :plan AND m.id = r.id RETURNING id";

    private static final String WITHDRAW = """
            UPDATE task SET withdrawn_at = :now, withdrawn_by = :by, withdraw_reason = :reason, version = version + 1
            WHERE plan = :plan AND id = :id""";

    private static final RowMapper<EditableTask> TASK = Row.to(TaskEditRepository::task);

    private final Jdbi jdbi;

    TaskEditRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<EditableTask> read(String plan, Collection<String> ids) {
        return select(READ, plan, ids);
    }

    List<EditableTask> lock(String plan, Collection<String> ids) {
        return select(READ + " FOR UPDATE", plan, ids);
    }

    void write(String plan, String rows, String by, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(WRITE)
                .bind("plan", plan)
                .bind("rows", rows)
                .bind("by", by)
                .bind("now", now)
                .execute());
    }

    String make(String plan, int year, String rows, String by, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(MAKE)
                .bind("plan", plan)
                .bind("year", year)
                .bind("rows", rows)
                .bind("by", by)
                .bind("now", now)
                .mapTo(String.class)
                .one());
    }

    void withdraw(TaskKey key, String reason, String by, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(WITHDRAW)
                .bind("plan", key.plan())
                .bind("id", key.id())
                .bind("reason", reason)
                .bind("by", by)
                .bind("now", now)
                .execute());
    }

    private List<EditableTask> select(String sql, String plan, Collection<String> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("plan", plan)
                .bindArray("ids", String.class, List.copyOf(ids))
                .map(TASK)
                .list());
    }

    private static EditableTask task(Row row) throws SQLException {
        return new EditableTask(
                new TaskKey(row.text("plan"), row.text("id")),
                TaskLevel.of(row.text("level")),
                row.text("clause"),
                row.number("version"),
                row.integerOrNull("year"),
                new EditableTask.Says(
                        new LocalizedText(row.text("title_zh"), row.text("title_en")),
                        new LocalizedText(row.text("summary_zh"), row.text("summary_en")),
                        row.texts("regions"),
                        row.texts("indicators")),
                new Responsibility(row.text("lead"), row.texts("responsible"), row.texts("cooperating")),
                row.date("due_date"),
                row.date("plan_due"),
                row.flag("due_set"),
                row.flag("retired"),
                row.flag("withdrawn"));
    }
}
