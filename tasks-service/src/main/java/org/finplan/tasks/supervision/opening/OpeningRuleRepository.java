package org.finplan.tasks.supervision.opening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.finplan.tasks.supervision.CauseKind;
import org.jdbi.v3.core.Jdbi;

/** What cities set about the opening of matters, all versions. */
@ApplicationScoped
class OpeningRuleRepository {

    private static final String NEWEST = """
            SELECT DISTINCT ON (cause) * FROM supervision_opening WHERE city = :city ORDER BY cause, version DESC""";

    private static final String ADD = """
            INSERT INTO supervision_opening (city, cause, version, enabled, ladder, working_days, unit, created_by, created_at)
            VALUES (:city, :cause, :version, :enabled, :ladder, :workingDays, :unit, :by, :at) ON CONFLICT DO NOTHING""";

    private final Jdbi jdbi;

    OpeningRuleRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<OpeningRule> newest(String city) {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .bind("city", city)
                .map(Row.to(row -> new OpeningRule(
                        CauseKind.of(row.text("cause")),
                        row.integer("version"),
                        row.flag("enabled"),
                        row.text("ladder"),
                        row.integer("working_days"),
                        row.text("unit"))))
                .list());
    }

    /** {@return whether it was added; somebody else may have been first} */
    boolean add(String city, OpeningRule rule, String by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(ADD)
                        .bind("city", city)
                        .bind("cause", rule.cause().code())
                        .bind("version", rule.version())
                        .bind("enabled", rule.enabled())
                        .bind("ladder", rule.ladder())
                        .bind("workingDays", rule.workingDays())
                        .bind("unit", rule.unit())
                        .bind("by", by)
                        .bind("at", at)
                        .execute())
                == 1;
    }
}
