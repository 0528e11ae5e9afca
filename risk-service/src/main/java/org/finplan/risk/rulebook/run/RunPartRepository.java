package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.finplan.platform.sql.Row;
import org.finplan.risk.job.JobParts;
import org.jdbi.v3.core.Jdbi;

/** The parts of runs that are on their way. */
@ApplicationScoped
class RunPartRepository {

    private static final String INSERT = """
            INSERT INTO rule_run_part (run, number, institutions)
            SELECT :run, n.number, string_to_array(n.institutions, ' ') FROM unnest(:numbers, :institutions)
                AS n (number, institutions)""";

    private static final String ONE = """
            SELECT p.institutions, r.rule_set FROM rule_run_part p JOIN rule_run r ON r.id = p.run
            WHERE p.run = :run AND p.number = :number""";

    private static final String DONE = """
            UPDATE rule_run_part SET done_at = :at, judged = :judged, results = :results, changed = :changed, warned = :warned,
                failures = CAST(:failures AS jsonb)
            WHERE run = :run AND number = :number""";

    private static final String ALL = "SELECT * FROM rule_run_part WHERE run = :run AND done_at IS NOT NULL";

    private final Jdbi jdbi;
    private final JobParts parts;

    RunPartRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.parts = new JobParts(jdbi, RuleRunRepository.TABLES);
    }

    /** {@return them as parts of jobs} */
    JobParts parts() {
        return parts;
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

    /** {@return a part that was taken} */
    Part get(UUID run, int number) {
        return jdbi.withHandle(handle -> handle.createQuery(ONE)
                .bind("run", run)
                .bind("number", number)
                .map(Row.to(row -> new Part(run, number, row.texts("institutions"), row.number("rule_set"))))
                .one());
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
}
