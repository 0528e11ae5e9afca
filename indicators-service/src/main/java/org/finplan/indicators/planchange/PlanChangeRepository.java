package org.finplan.indicators.planchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table of what versions of plan packages said otherwise. */
@ApplicationScoped
class PlanChangeRepository {

    private static final String INSERT =
            "INSERT INTO plan_change (plan, version, total, changes) VALUES (:plan, :version, :total, :changes)";
    private static final String FIND = "SELECT changes FROM plan_change WHERE plan = :plan AND version = :version";

    private final Jdbi jdbi;

    PlanChangeRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(String plan, int version, int total, String changes) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("plan", plan)
                .bind("version", version)
                .bind("total", total)
                .bind("changes", changes)
                .execute());
    }

    /** {@return what a version changed, as JSON; empty of one that never came in force} */
    Optional<String> find(String plan, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("plan", plan)
                .bind("version", version)
                .mapTo(String.class)
                .findOne());
    }
}
