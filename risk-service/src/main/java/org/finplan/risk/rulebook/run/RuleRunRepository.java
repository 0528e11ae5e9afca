package org.finplan.risk.rulebook.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.finplan.risk.job.JobQueue;
import org.finplan.risk.job.JobState;
import org.finplan.risk.job.JobTables;
import org.finplan.risk.list.TimePosition;
import org.jdbi.v3.core.Jdbi;

/** The runs of the rule book. */
@ApplicationScoped
class RuleRunRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final JobTables TABLES =
            new JobTables("rule_run", "coalesce(city, '')", "started_at", "rule_run_part", "run");

    private static final String INSERT = """
            INSERT INTO rule_run (id, rule_set, city, regions, trigger, state, started_by, started_at, unreadable)
            VALUES (:id, :ruleSet, :city, CASE WHEN :all THEN NULL ELSE CAST(:regions AS text[]) END, 'asked', 'queued', :by,
                :at, :unreadable)
            ON CONFLICT ((coalesce(city, ''))) WHERE state IN ('queued', 'running') DO NOTHING""";

    private static final String INSERT_ENDED = """
            INSERT INTO rule_run (id, rule_set, city, trigger, state, started_by, started_at, finished_at, institutions, results,
                changed, warned, failures, unreadable)
            VALUES (:id, :ruleSet, :city, 'report', 'done', :by, :at, :at, :institutions, :results, :changed, :warned,
                CAST(:failures AS jsonb), :unreadable)""";

    private static final String FOUND = """
            UPDATE rule_run SET institutions = :institutions, results = :results, changed = :changed, warned = :warned,
                failures = CAST(:failures AS jsonb), parts_done = :done
            WHERE id = :id""";

    /** Of a run on its way the parts say how far it is. */
    private static final String SELECT = """
            SELECT r.id, r.rule_set, r.city, r.regions, r.trigger, r.state, r.started_by, r.started_at, r.finished_at, r.parts,
                coalesce(p.done, r.parts_done) AS parts_done, coalesce(p.judged, r.institutions) AS institutions,
                coalesce(p.results, r.results) AS results, coalesce(p.changed, r.changed) AS changed,
                coalesce(p.warned, r.warned) AS warned, r.failures, r.unreadable
            FROM rule_run r
            LEFT JOIN LATERAL (
                SELECT CAST(count(*) AS integer) AS done, CAST(sum(judged) AS integer) AS judged,
                    CAST(sum(results) AS bigint) AS results, CAST(sum(changed) AS integer) AS changed,
                    CAST(sum(warned) AS integer) AS warned
                FROM rule_run_part WHERE run = r.id AND done_at IS NOT NULL) p ON r.state = 'running'
            """;

    private static final String PAGE = SELECT + """
            WHERE (:everyCity OR r.city = ANY (:cities)) AND (CAST(:at AS timestamptz) IS NULL
                OR (r.started_at, r.id) < (CAST(:at AS timestamptz), CAST(:id AS uuid)))
            ORDER BY r.started_at DESC, r.id DESC LIMIT :rows""";

    private static final String ONE = SELECT + "WHERE r.id = :id AND (:everyCity OR r.city = ANY (:cities))";

    private static final String OPEN_OF =
            SELECT + "WHERE r.state IN ('queued', 'running') AND coalesce(r.city, '') = coalesce(:city, '')";

    private static final String CUT = "UPDATE rule_run SET parts = :parts WHERE id = :id";

    private final Jdbi jdbi;
    private final JobQueue queue;

    RuleRunRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.queue = new JobQueue(jdbi, TABLES);
    }

    /** {@return the runs as jobs: of a city there is one, of all cities another} */
    JobQueue queue() {
        return queue;
    }

    /**
     * A run with what it is bound to.
     *
     * @param run the run
     * @param city its city, or null for every city
     * @param regions regions that it may judge, or null for all
     */
    record Bound(
            RuleRun run, @Nullable String city, @Nullable List<String> regions) {}

    /** {@return false when a run of the same city is on its way} */
    boolean insert(Bound asked) {
        RuleRun run = asked.run();
        return jdbi.withHandle(handle -> handle.createUpdate(INSERT)
                        .bind("id", run.id())
                        .bind("ruleSet", run.ruleSet())
                        .bind("city", asked.city())
                        .bind("all", asked.regions() == null)
                        .bindArray("regions", String.class, asked.regions() == null ? List.of() : asked.regions())
                        .bind("by", run.startedBy())
                        .bind("at", run.startedAt())
                        .bindArray("unreadable", String.class, run.result().unreadable())
                        .execute()
                == 1);
    }

    /** Writes down a run after a report, in which a rule failed. */
    void insertEnded(RuleRun run, @Nullable String city) {
        RuleRun.Result result = run.result();
        jdbi.useHandle(handle -> handle.createUpdate(INSERT_ENDED)
                .bind("id", run.id())
                .bind("ruleSet", run.ruleSet())
                .bind("city", city)
                .bind("by", run.startedBy())
                .bind("at", run.startedAt())
                .bind("institutions", result.institutions())
                .bind("results", result.results())
                .bind("changed", result.changed())
                .bind("warned", result.warned())
                .bind("failures", json(result.failures()))
                .bindArray("unreadable", String.class, result.unreadable())
                .execute());
    }

    /** Writes down into how many parts a run was cut. */
    void cut(UUID id, int parts) {
        jdbi.useHandle(handle ->
                handle.createUpdate(CUT).bind("id", id).bind("parts", parts).execute());
    }

    /** Writes down what a run found until its end. */
    void found(UUID id, Tally tally, int done) {
        jdbi.useHandle(handle -> handle.createUpdate(FOUND)
                .bind("id", id)
                .bind("institutions", tally.judged())
                .bind("results", tally.results())
                .bind("changed", tally.changed())
                .bind("warned", tally.warned())
                .bind("failures", json(tally.failures()))
                .bind("done", done)
                .execute());
    }

    /** {@return the run on its way of a city, or of all when it is null} */
    Optional<Bound> open(@Nullable String city) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN_OF)
                .bind("city", city)
                .map(Row.to(RuleRunRepository::bound))
                .findOne());
    }

    /** {@return a run that is there, with what it is bound to, for the program itself} */
    Bound get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE r.id = :id")
                .bind("id", id)
                .map(Row.to(RuleRunRepository::bound))
                .one());
    }

    Optional<RuleRun> find(UUID id, boolean everyCity, List<String> cities) {
        return jdbi.withHandle(handle -> handle.createQuery(ONE)
                .bind("id", id)
                .bind("everyCity", everyCity)
                .bindArray("cities", String.class, cities)
                .map(Row.to(RuleRunRepository::bound))
                .findOne()
                .map(Bound::run));
    }

    /** {@return runs after a position, the newest first; of some cities, or of all} */
    List<RuleRun> page(boolean everyCity, List<String> cities, @Nullable TimePosition after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("everyCity", everyCity)
                .bindArray("cities", String.class, cities)
                .bind("at", after == null ? null : after.at())
                .bind("id", after == null ? null : after.id())
                .bind("rows", rows)
                .map(Row.to(row -> bound(row).run()))
                .list());
    }

    static String json(Map<String, Integer> failures) {
        try {
            return JSON.writeValueAsString(failures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<String, Integer> failures(Row row) throws SQLException {
        try {
            return JSON.readValue(row.text("failures"), new TypeReference<Map<String, Integer>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("rule_run", damaged);
        }
    }

    private static Bound bound(Row row) throws SQLException {
        int parts = row.integer("parts");
        int done = row.integer("parts_done");
        String state = row.text("state");
        double progress = state.equals(JobState.DONE.code()) ? 1 : parts == 0 ? 0 : (double) done / parts;
        RuleRun run = new RuleRun(
                row.uuid("id"),
                state,
                progress,
                new RuleRun.Checkpoint(done, parts),
                row.number("rule_set"),
                row.text("trigger"),
                row.text("started_by"),
                row.instant("started_at"),
                row.instant("finished_at"),
                new RuleRun.Result(
                        row.integer("institutions"),
                        row.number("results"),
                        row.integer("changed"),
                        row.integer("warned"),
                        failures(row),
                        row.texts("unreadable")));
        List<String> regions = row.texts("regions");
        return new Bound(run, row.text("city"), regions.isEmpty() ? null : regions);
    }
}
