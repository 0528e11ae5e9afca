package org.finplan.risk.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** What was in force together, by number. */
@ApplicationScoped
class RuleSetRepository {

    private static final String NEWEST = "SELECT coalesce(max(number), 0) FROM rule_set";

    private static final String MEMBERS = "SELECT members FROM rule_set WHERE number = :number";

    private static final String INSERT =
            "INSERT INTO rule_set (members, changed_by, made_at) VALUES (:members, :by, :at)";

    private final Jdbi jdbi;

    RuleSetRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the number of the newest set, 0 before there is one} */
    long newest() {
        return jdbi.withHandle(
                handle -> handle.createQuery(NEWEST).mapTo(Long.class).one());
    }

    /** {@return what was in force by that number: code@version of rules, code#id of local limits; empty when there is none} */
    List<String> members(long number) {
        return jdbi.withHandle(handle -> handle.createQuery(MEMBERS)
                .bind("number", number)
                .map(Row.to(row -> row.texts("members")))
                .findOne()
                .orElse(List.of()));
    }

    void insert(List<String> members, String by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bindArray("members", String.class, members)
                .bind("by", by)
                .bind("at", at)
                .execute());
    }
}
