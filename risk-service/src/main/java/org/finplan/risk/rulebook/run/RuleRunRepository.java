package org.finplan.risk.rulebook.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.TimePosition;
import org.jdbi.v3.core.Jdbi;

/** The runs of the rule book. */
@ApplicationScoped
class RuleRunRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String INSERT = """
            INSERT INTO rule_run (id, rule_set, city, trigger, started_by, started_at, finished_at, institutions, results, changed,
                warned, failures)
            VALUES (:id, :ruleSet, :city, :trigger, :startedBy, :startedAt, :finishedAt, :institutions, :results, :changed, :warned,
                CAST(:failures AS jsonb))""";

    private static final String PAGE = """
            SELECT * FROM rule_run
            WHERE (:everyCity OR city = ANY (:cities)) AND (CAST(:at AS timestamptz) IS NULL
                OR (started_at, id) < (CAST(:at AS timestamptz), CAST(:id AS uuid)))
            ORDER BY started_at DESC, id DESC LIMIT :rows""";

    private final Jdbi jdbi;

    RuleRunRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(RuleRun run, @Nullable String city) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", run.id())
                .bind("ruleSet", run.ruleSet())
                .bind("city", city)
                .bind("trigger", run.trigger())
                .bind("startedBy", run.startedBy())
                .bind("startedAt", run.startedAt())
                .bind("finishedAt", run.finishedAt())
                .bind("institutions", run.institutions())
                .bind("results", run.results())
                .bind("changed", run.changed())
                .bind("warned", run.warned())
                .bind("failures", json(run.failures()))
                .execute());
    }

    /** {@return runs after a position, the newest first; of some cities, or of all} */
    List<RuleRun> page(boolean everyCity, List<String> cities, @Nullable TimePosition after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("everyCity", everyCity)
                .bindArray("cities", String.class, cities)
                .bind("at", after == null ? null : after.at())
                .bind("id", after == null ? null : after.id())
                .bind("rows", rows)
                .map(Row.to(RuleRunRepository::run))
                .list());
    }

    private static String json(Map<String, Integer> failures) {
        try {
            return JSON.writeValueAsString(failures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RuleRun run(Row row) throws SQLException {
        try {
            return new RuleRun(
                    row.uuid("id"),
                    row.number("rule_set"),
                    row.text("trigger"),
                    row.text("started_by"),
                    row.instant("started_at"),
                    row.instant("finished_at"),
                    row.integer("institutions"),
                    row.integer("results"),
                    row.integer("changed"),
                    row.integer("warned"),
                    JSON.readValue(row.text("failures"), new TypeReference<Map<String, Integer>>() {}));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("rule_run " + row.uuid("id"), damaged);
        }
    }
}
