package org.finplan.tasks.rollup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.task.TaskKey;
import org.jdbi.v3.core.Jdbi;

/** How branches are rolled up, all versions. */
@ApplicationScoped
class RollUpRepository {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final String NEWEST = """
            SELECT DISTINCT ON (r.plan, r.task) r.plan, r.task, r.version, r.mode, CAST(r.weights AS text) AS weights, r.set_by,
                r.set_at
            FROM unnest(:plans, :ids) AS k (plan, id) JOIN task_roll_up r ON r.plan = k.plan AND r.task = k.id
            ORDER BY r.plan, r.task, r.version DESC""";

    private static final String ADD = """
            INSERT INTO task_roll_up (plan, task, version, mode, weights, set_by, set_at)
            VALUES (:plan, :task, :version, :mode, CAST(:weights AS jsonb), :by, :at)""";

    private final Jdbi jdbi;

    RollUpRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Reads what holds of branches, in one statement.
     *
     * @param branches their keys
     * @return the settings of those of which somebody set one
     */
    Map<TaskKey, Setting> newest(Collection<TaskKey> branches) {
        Map<TaskKey, Setting> settings = new HashMap<>();
        jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                        .bindArray(
                                "plans",
                                String.class,
                                branches.stream().map(TaskKey::plan).toList())
                        .bindArray(
                                "ids",
                                String.class,
                                branches.stream().map(TaskKey::id).toList())
                        .map(Row.to(row -> Map.entry(new TaskKey(row.text("plan"), row.text("task")), setting(row))))
                        .list())
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
        return settings;
    }

    void add(TaskKey branch, Setting setting) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("plan", branch.plan())
                .bind("task", branch.id())
                .bind("version", setting.version())
                .bind("mode", setting.mode().code())
                .bind("weights", json(setting.weights()))
                .bind("by", setting.setBy())
                .bind("at", setting.setAt())
                .execute());
    }

    private static Setting setting(Row row) throws SQLException {
        return new Setting(
                RollUpMode.of(row.text("mode")),
                weights(row.text("weights")),
                row.integer("version"),
                row.text("set_by"),
                row.instant("set_at"));
    }

    private static String json(Map<String, BigDecimal> weights) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(weights));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("weights are plain", e);
        }
    }

    private static Map<String, BigDecimal> weights(String json) {
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, BigDecimal>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("damaged weights", e);
        }
    }
}
