package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Until when matters are put aside, and how often in a row they failed. */
@ApplicationScoped
class AsideRepository {

    private static final String PUT = """
            UPDATE supervision_climb
            SET failures = failures + 1, aside_until = :now + least(power(2, least(failures, 10)) * interval '1 minute', interval '1 hour')
            WHERE supervision = :id AND (aside_until IS NULL OR aside_until <= :now)
            RETURNING failures""";

    private static final String COUNT = "SELECT count(*) FROM supervision_climb WHERE aside_until IS NOT NULL";

    private final Jdbi jdbi;

    AsideRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Puts one aside; {@return how often in a row it failed, 0 when another instance has put it aside} */
    int put(UUID id, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(PUT)
                .bind("id", id)
                .bind("now", now)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    /** {@return how many are put aside} */
    long count() {
        return jdbi.withHandle(
                handle -> handle.createQuery(COUNT).mapTo(Long.class).one());
    }
}
