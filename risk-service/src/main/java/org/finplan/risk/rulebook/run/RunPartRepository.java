package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The parts of runs that are on their way. */
@ApplicationScoped
class RunPartRepository {

    private static final String INSERT = """
            INSERT INTO rule_run_part (run, number, institutions)
            SELECT :run, n.number, string_to_array(n.institutions, ' ') FROM unnest(:numbers, :institutions)
                AS n (number, institutions)""";

    /** Who dies with a part leaves it to the others: the lock goes with its transaction. */
    private static final String TAKE = """
            SELECT p.number, p.institutions, r.rule_set FROM rule_run_part p JOIN rule_run r ON r.id = p.run
            WHERE p.run = :run AND p.done_at IS NULL AND r.state = 'running'
            ORDER BY p.number LIMIT 1 FOR UPDATE OF p SKIP LOCKED""";

    private static final String DONE = """
            UPDATE rule_run_part SET done_at = :at, judged = :judged, results = :results, changed = :changed, warned = :warned,
                failures = CAST(:failures AS jsonb)
            WHERE run = :run AND number = :number""";

    private static final String FAILED = """
            UPDATE rule_run_part SET attempts = attempts + 1 WHERE run = :run AND number = :number RETURNING attempts""";

    private static final String OPEN = "SELECT count(*) FROM rule_run_part WHERE run = :run AND done_at IS NULL";

    private static final String ALL = "SELECT * FROM rule_run_part WHERE run = :run AND done_at IS NOT NULL";

    private static final String WAIT =
            "SELECT number FROM rule_run_part WHERE run = :run ORDER BY number DESC FOR UPDATE";

    private static final String DELETE = "DELETE FROM rule_run_part WHERE run = :run";

    private final Jdbi jdbi;

    RunPartRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A part of a run. */
    record Part(UUID run, int number, List<String> institutions, long ruleSet) {}

    void insert(UUID run, List<List<String>> parts) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("run", run)
                .bindArray(
                        "numbers",
                        Integer.class,
                        IntStream.range(0, parts.size()).boxed().toList())
                .bindArray(
                        "institutions",
                        String.class,
                        parts.stream().map(codes -> String.join(" ", codes)).toList())
                .execute());
    }

    /** {@return the next part that nobody judges, locked until the transaction ends; empty when there is none} */
    Optional<Part> take(UUID run) {
        return jdbi.withHandle(handle -> handle.createQuery(TAKE)
                .bind("run", run)
                .map(Row.to(
                        row -> new Part(run, row.integer("number"), row.texts("institutions"), row.number("rule_set"))))
                .findOne());
    }

    void done(Part part, Tally tally, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(DONE)
                .bind("run", part.run())
                .bind("number", part.number())
                .bind("at", at)
                .bind("judged", tally.judged())
                .bind("results", tally.results())
                .bind("changed", tally.changed())
                .bind("warned", tally.warned())
                .bind("failures", RuleRunRepository.json(tally.failures()))
                .execute());
    }

    /** {@return how often the part failed, this time included} */
    int failed(UUID run, int number) {
        return jdbi.withHandle(handle -> handle.createQuery(FAILED)
                .bind("run", run)
                .bind("number", number)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    /** {@return how many parts are not judged} */
    int open(UUID run) {
        return jdbi.withHandle(handle ->
                handle.createQuery(OPEN).bind("run", run).mapTo(Integer.class).one());
    }

    /** {@return what came of each part that is judged} */
    List<Tally> done(UUID run) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL)
                .bind("run", run)
                .map(Row.to(row -> new Tally(
                        row.integer("judged"),
                        row.number("results"),
                        row.integer("changed"),
                        row.integer("warned"),
                        RuleRunRepository.failures(row))))
                .list());
    }

    /** Waits for parts that are being judged, and lets nobody take another one until the transaction ends. */
    void lock(UUID run) {
        jdbi.useHandle(handle ->
                handle.createQuery(WAIT).bind("run", run).mapTo(Integer.class).list());
    }

    void delete(UUID run) {
        jdbi.useHandle(handle -> handle.createUpdate(DELETE).bind("run", run).execute());
    }
}
