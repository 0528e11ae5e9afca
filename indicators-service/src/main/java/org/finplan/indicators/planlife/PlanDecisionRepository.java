package org.finplan.indicators.planlife;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of what people decided about the life of plans. */
@ApplicationScoped
class PlanDecisionRepository {

    private static final String ALL = "SELECT * FROM plan_decision ORDER BY plan, decided_at";
    private static final String INSERT = "INSERT INTO plan_decision (plan, stage, reason, decided_at, decided_by)"
            + " VALUES (:plan, :stage, :reason, :decided_at, :decided_by)";
    private static final RowMapper<PlanDecision> DECISION = Row.to(row -> new PlanDecision(
            row.text("plan"),
            PlanStage.of(row.text("stage")),
            row.text("reason"),
            row.instant("decided_at"),
            row.text("decided_by")));

    private final Jdbi jdbi;

    PlanDecisionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the decisions about all plans, a handful; those of a plan in their order} */
    List<PlanDecision> all() {
        return jdbi.withHandle(handle -> handle.createQuery(ALL).map(DECISION).list());
    }

    void insert(PlanDecision decision) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("plan", decision.plan())
                .bind("stage", decision.stage().code())
                .bind("reason", decision.reason())
                .bind("decided_at", decision.decidedAt())
                .bind("decided_by", decision.decidedBy())
                .execute());
    }
}
