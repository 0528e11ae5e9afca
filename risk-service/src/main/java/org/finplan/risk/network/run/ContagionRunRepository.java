package org.finplan.risk.network.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.job.JobParts;
import org.finplan.risk.job.JobQueue;
import org.finplan.risk.job.JobTables;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.list.TimePosition;
import org.jdbi.v3.core.Jdbi;

/** The contagions that were run, or are to be. */
@ApplicationScoped
class ContagionRunRepository {

    private static final JobTables TABLES =
            new JobTables("contagion_run", "region", "run_at", "contagion_run_part", "run");

    private static final String INSERT = """
            INSERT INTO contagion_run (id, network, region, method, parameters, state, result, run_by, run_at, finished_at)
            VALUES (:id, :network, :region, :method, CAST(:parameters AS jsonb), :state, CAST(:result AS jsonb), :by, :at,
                :finishedAt)""";

    private static final String INSERT_PART = "INSERT INTO contagion_run_part (run, number) VALUES (:run, 0)";

    private static final String FINISH = """
            UPDATE contagion_run SET state = 'finished', result = CAST(:result AS jsonb), finished_at = :at
            WHERE id = :id AND state = 'running'""";

    /** What was asked and what came of it may be large, and are not read for a list. */
    private static final String SUMMARY =
            "SELECT id, state, network, method, run_by, run_at, finished_at FROM contagion_run";

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final JobQueue queue;
    private final JobParts parts;

    ContagionRunRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
        this.queue = new JobQueue(jdbi, TABLES);
        this.parts = new JobParts(jdbi, TABLES);
    }

    /** {@return the runs as jobs, those of a city one after the other} */
    JobQueue queue() {
        return queue;
    }

    /** {@return their parts: each has one} */
    JobParts parts() {
        return parts;
    }

    /**
     * A run that waits, or is under way.
     *
     * @param network in which network
     * @param scenario what was asked
     */
    record Order(UUID network, StoredScenario scenario) {}

    void insert(ContagionRunView run, String method, String region) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", run.id())
                .bind("network", run.network())
                .bind("region", region)
                .bind("method", method)
                .bind("parameters", text(run.parameters()))
                .bind("state", run.state())
                .bind("result", run.result() == null ? null : text(run.result()))
                .bind("by", run.runBy())
                .bind("at", run.runAt())
                .bind("finishedAt", run.finishedAt())
                .execute());
    }

    /** A run cannot be cut: it is one part. */
    void insertPart(UUID run) {
        jdbi.useHandle(
                handle -> handle.createUpdate(INSERT_PART).bind("run", run).execute());
    }

    /** {@return what was asked of a run that is there, for the program itself} */
    Order order(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT network, parameters FROM contagion_run WHERE id = :id")
                        .bind("id", id)
                        .map(Row.to(row ->
                                new Order(row.uuid("network"), read(row.text("parameters"), new TypeReference<>() {}))))
                        .one());
    }

    /** Stores what came of a run, unless nobody waits for it any more. */
    void finish(UUID id, String result, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(FINISH)
                .bind("id", id)
                .bind("result", result)
                .bind("at", at)
                .execute());
    }

    Optional<ContagionRunView> find(UUID id, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable).equal("id", id);
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery("SELECT * FROM contagion_run" + conditions.where()))
                .map(Row.to(this::run))
                .findOne());
    }

    /** Reads runs, the newest first. */
    List<ContagionRunSummary> page(
            ContagionRunFilter filter, RegionSet readable, @Nullable TimePosition after, int rows) {
        ListConditions conditions =
                conditions(filter, readable).after(List.of("run_at", "id"), true, after == null ? null : after.keys());
        String sql = SUMMARY + conditions.where() + " ORDER BY run_at DESC, id DESC LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(ContagionRunRepository::summary))
                .list());
    }

    long count(ContagionRunFilter filter, RegionSet readable) {
        ListConditions conditions = conditions(filter, readable);
        String sql = "SELECT count(*) FROM contagion_run" + conditions.where();
        return jdbi.withHandle(handle ->
                conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    private static ListConditions conditions(ContagionRunFilter filter, RegionSet readable) {
        return new ListConditions(readable).equal("network", filter.network()).equal("state", filter.state());
    }

    private static ContagionRunSummary summary(Row row) throws SQLException {
        String state = row.text("state");
        return new ContagionRunSummary(
                row.uuid("id"),
                state,
                ContagionRunState.progress(state),
                row.uuid("network"),
                row.text("method"),
                row.text("run_by"),
                row.instant("run_at"),
                finishedAt(row, state));
    }

    private ContagionRunView run(Row row) throws SQLException {
        String state = row.text("state");
        String result = row.text("result");
        return new ContagionRunView(
                row.uuid("id"),
                state,
                ContagionRunState.progress(state),
                row.uuid("network"),
                read(row.text("parameters"), new TypeReference<Map<String, Object>>() {}),
                result == null ? null : read(result, new TypeReference<ContagionResult>() {}),
                row.text("run_by"),
                row.instant("run_at"),
                finishedAt(row, state));
    }

    /** What was answered at once in earlier releases was finished when it was asked. */
    @Nullable
    private static Instant finishedAt(Row row, String state) throws SQLException {
        Instant at = row.instant("finished_at");
        return at == null && state.equals(ContagionRunState.FINISHED) ? row.instant("run_at") : at;
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("contagion_run", damaged);
        }
    }

    /** {@return as it is stored} */
    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
