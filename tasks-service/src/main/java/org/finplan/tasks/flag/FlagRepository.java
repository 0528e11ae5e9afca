package org.finplan.tasks.flag;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.Leaves.IndicatorLink;
import org.finplan.tasks.task.TaskKey;
import org.jdbi.v3.core.Jdbi;

/** The flags, by leaf, indicator and region. */
@ApplicationScoped
class FlagRepository {

    private static final String OF_TASK = """
            SELECT f.indicator, f.region, f.period, f.state, f.reason_zh, f.reason_en, f.event, f.flagged_at,
                   a.indicator_name_zh, a.indicator_name_en, a.region_name_zh, a.region_name_en,
                   a.actual, a.expected, a.gap, a.target, a.comparator, a.unit, a.clause, a.method
            FROM task_flag f JOIN attainment a USING (plan, indicator, region, period)
            WHERE f.plan = :plan AND f.task = :task AND (:all OR f.region = ANY (:readable))
            ORDER BY f.flagged_at, f.indicator, f.region""";

    private static final String FLAGGED = """
            SELECT DISTINCT plan, task FROM task_flag
            WHERE plan = ANY (:plans) AND (:all OR region = ANY (:readable))""";

    private static final String FLAGGED_AMONG =
            "SELECT DISTINCT task FROM task_flag WHERE plan = :plan AND task = ANY (:tasks)";

    private static final String OF_SERIES =
            "SELECT task FROM task_flag WHERE plan = :plan AND indicator = :indicator AND region = :region";

    private static final String RAISE = """
            INSERT INTO task_flag (plan, task, indicator, region, period, state, reason_zh, reason_en, event, flagged_at)
            SELECT :plan, concerned.task, :indicator, :region, :period, :state, :reasonZh, :reasonEn, :event, :now
            FROM unnest(:tasks) AS concerned (task)
            ON CONFLICT (plan, task, indicator, region) DO UPDATE SET
                period = excluded.period, state = excluded.state, reason_zh = excluded.reason_zh,
                reason_en = excluded.reason_en, event = excluded.event,
                flagged_at = CASE WHEN task_flag.state = excluded.state THEN task_flag.flagged_at
                                  ELSE excluded.flagged_at END
            WHERE task_flag.event <> excluded.event
            RETURNING new.task, old.state IS DISTINCT FROM new.state AS new_state""";

    private static final String CLEAR = """
            DELETE FROM task_flag
            WHERE plan = :plan AND indicator = :indicator AND region = :region AND task = ANY (:tasks)
            RETURNING task""";

    private static final String DELETE_UNLINKED = """
            DELETE FROM task_flag
            WHERE plan = :plan AND (task, indicator) NOT IN (SELECT * FROM unnest(:tasks, :indicators))""";

    private final Jdbi jdbi;

    FlagRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Reads the flags of a leaf, oldest first. */
    List<Flag> of(TaskKey key, RegionSet scope) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_TASK)
                .bind("plan", key.plan())
                .bind("task", key.id())
                .bind("all", scope.all())
                .bindArray("readable", String.class, List.copyOf(scope.codes()))
                .map(Row.to(FlagRepository::flag))
                .list());
    }

    /** Finds the leaves of some plans that are flagged for one of some regions. */
    Set<TaskKey> flagged(Collection<String> plans, RegionSet scope) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery(FLAGGED)
                .bindArray("plans", String.class, List.copyOf(plans))
                .bind("all", scope.all())
                .bindArray("readable", String.class, List.copyOf(scope.codes()))
                .map(Row.to(row -> new TaskKey(row.text("plan"), row.text("task"))))
                .list()));
    }

    /** Finds which of some leaves are flagged, for whatever indicator and region. */
    Set<String> flaggedAmong(String plan, Collection<String> tasks) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery(FLAGGED_AMONG)
                .bind("plan", plan)
                .bindArray("tasks", String.class, List.copyOf(tasks))
                .mapTo(String.class)
                .list()));
    }

    /** Finds the leaves that are flagged for a series. */
    List<String> flaggedFor(Series series) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_SERIES)
                .bind("plan", series.plan())
                .bind("indicator", series.indicator())
                .bind("region", series.region())
                .mapTo(String.class)
                .list());
    }

    /**
     * Flags leaves for a series. A flag that the same event has set already stays as it is.
     *
     * @param series the series
     * @param tasks ids of the leaves, which must be locked
     * @param attainment how the series stands
     * @param reason the same in words
     * @param now when
     * @return leaves whose flag was written, and whether they were not flagged before or for another state
     */
    Map<String, Boolean> raise(
            Series series, Collection<String> tasks, Attainment attainment, LocalizedText reason, Instant now) {
        return jdbi.withHandle(handle -> handle
                .createQuery(RAISE)
                .bind("plan", series.plan())
                .bind("indicator", series.indicator())
                .bind("region", series.region())
                .bindArray("tasks", String.class, List.copyOf(tasks))
                .bind("period", attainment.figures().period())
                .bind("state", attainment.figures().state().code())
                .bind("reasonZh", reason.zh())
                .bind("reasonEn", reason.en())
                .bind("event", attainment.event())
                .bind("now", now)
                .map(Row.to(row -> Map.entry(row.text("task"), row.flag("new_state"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * Deletes the flags of leaves for a series.
     *
     * @param series the series
     * @param tasks ids of the leaves, which must be locked
     * @return the leaves that had such a flag
     */
    Set<String> clear(Series series, Collection<String> tasks) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery(CLEAR)
                .bind("plan", series.plan())
                .bind("indicator", series.indicator())
                .bind("region", series.region())
                .bindArray("tasks", String.class, List.copyOf(tasks))
                .mapTo(String.class)
                .list()));
    }

    /** Deletes the flags of a plan whose leaf does not move the indicator any more. */
    void deleteUnlinked(String plan, List<IndicatorLink> links) {
        jdbi.useHandle(handle -> handle.createUpdate(DELETE_UNLINKED)
                .bind("plan", plan)
                .bindArray(
                        "tasks",
                        String.class,
                        links.stream().map(IndicatorLink::task).toList())
                .bindArray(
                        "indicators",
                        String.class,
                        links.stream().map(IndicatorLink::indicator).toList())
                .execute());
    }

    private static Flag flag(Row row) throws SQLException {
        return new Flag(
                row.text("indicator"),
                new LocalizedText(row.text("indicator_name_zh"), row.text("indicator_name_en")),
                row.text("region"),
                new LocalizedText(row.text("region_name_zh"), row.text("region_name_en")),
                row.text("period"),
                row.text("state"),
                new LocalizedText(row.text("reason_zh"), row.text("reason_en")),
                row.decimal("actual"),
                row.decimal("expected"),
                row.decimal("gap"),
                row.decimal("target"),
                row.text("comparator"),
                row.text("unit"),
                row.text("clause"),
                row.text("method"),
                row.uuid("event"),
                row.instant("flagged_at"));
    }
}
