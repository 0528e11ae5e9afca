package org.finplan.indicators.loading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table of the plan packages that were loaded. */
@ApplicationScoped
class LoadedPlanRepository {

    private static final String NEWEST =
            "SELECT fingerprint FROM plan_package WHERE plan = :plan ORDER BY loaded_at DESC LIMIT 1";
    private static final String ADD = "INSERT INTO plan_package (plan, fingerprint, loaded_at)"
            + " VALUES (:plan, :fingerprint, :loaded_at) ON CONFLICT DO NOTHING";

    private final Jdbi jdbi;

    LoadedPlanRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return the fingerprint of the package that was loaded last for a plan, empty when none was} */
    Optional<String> newest(String plan) {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .bind("plan", plan)
                .mapTo(String.class)
                .findOne());
    }

    void add(String plan, String fingerprint, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("plan", plan)
                .bind("fingerprint", fingerprint)
                .bind("loaded_at", at)
                .execute());
    }
}
