package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** By which rule set each institution was judged last. */
@ApplicationScoped
class JudgementRepository {

    private static final String OF = "SELECT * FROM institution_judgement WHERE institution = ANY (:institutions)";

    private static final String KEEP = """
            INSERT INTO institution_judgement (institution, rule_set, cause, judged_at)
            SELECT institution, :ruleSet, :cause, :at FROM unnest(:institutions) AS n (institution)
            ON CONFLICT (institution) DO UPDATE SET
                rule_set = excluded.rule_set, cause = excluded.cause, judged_at = excluded.judged_at""";

    private final Jdbi jdbi;

    JudgementRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The last judgement of an institution. */
    record Last(long ruleSet, UUID cause, Instant at) {}

    /** {@return the last judgements, by institution; none of those that were never judged} */
    Map<String, Last> of(Collection<String> institutions) {
        Map<String, Last> all = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(OF)
                .bindArray("institutions", String.class, List.copyOf(institutions))
                .map(Row.to(row -> Map.entry(
                        row.text("institution"),
                        new Last(row.number("rule_set"), row.uuid("cause"), row.instant("judged_at")))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue())));
        return all;
    }

    void keep(Collection<String> institutions, long ruleSet, UUID cause, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(KEEP)
                .bindArray("institutions", String.class, List.copyOf(institutions))
                .bind("ruleSet", ruleSet)
                .bind("cause", cause)
                .bind("at", at)
                .execute());
    }
}
