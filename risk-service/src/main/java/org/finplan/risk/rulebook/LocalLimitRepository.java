package org.finplan.risk.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.finplan.risk.rulebook.definition.Limit;
import org.jdbi.v3.core.Jdbi;

/** The stricter limits of regions and institutions. */
@ApplicationScoped
class LocalLimitRepository {

    private static final String ALL = "SELECT * FROM rule_override ORDER BY rule, region, valid_from, id";

    private static final String INSERT = """
            INSERT INTO rule_override (id, rule, loan_class, region, institution, value, valid_from, authority, created_by,
                created_at)
            VALUES (:id, :rule, :loanClass, :region, :institution, :value, :from, :authority, :by, :at)""";

    private final Jdbi jdbi;

    LocalLimitRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return all of them} */
    List<LocalLimit> all() {
        return jdbi.withHandle(handle -> handle.createQuery(ALL)
                .map(Row.to(row -> new LocalLimit(
                        row.uuid("id"),
                        row.text("rule"),
                        row.text("loan_class"),
                        row.text("region"),
                        row.text("institution"),
                        new Limit(row.decimal("value"), row.date("valid_from"), null),
                        row.text("authority"))))
                .list());
    }

    void insert(LocalLimit limit, String by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", limit.id())
                .bind("rule", limit.rule())
                .bind("loanClass", limit.loanClass())
                .bind("region", limit.region())
                .bind("institution", limit.institution())
                .bind("value", limit.limit().value())
                .bind("from", limit.limit().from())
                .bind("authority", limit.authority())
                .bind("by", by)
                .bind("at", at)
                .execute());
    }
}
