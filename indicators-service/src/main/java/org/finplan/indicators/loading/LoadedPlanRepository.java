package org.finplan.indicators.loading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** The table of the plan packages that were loaded. */
@ApplicationScoped
class LoadedPlanRepository {

    private static final String CONTAINS =
            "SELECT EXISTS (SELECT FROM plan_package WHERE plan = :plan AND fingerprint = :fingerprint)";
    private static final String ADD = "INSERT INTO plan_package (plan, fingerprint, loaded_at)"
            + " VALUES (:plan, :fingerprint, :loaded_at) ON CONFLICT DO NOTHING";

    private final Jdbi jdbi;

    LoadedPlanRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return whether the package was loaded in this form} */
    boolean contains(String plan, String fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery(CONTAINS)
                .bind("plan", plan)
                .bind("fingerprint", fingerprint)
                .mapTo(Boolean.class)
                .one());
    }

    void add(String plan, String fingerprint, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("plan", plan)
                .bind("fingerprint", fingerprint)
                .bind("loaded_at", at)
                .execute());
    }
}
