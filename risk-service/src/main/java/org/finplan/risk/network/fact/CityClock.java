package org.finplan.risk.network.fact;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/**
 * The clock of each city's facts. Who writes and who reads what is known take the next instant of it, one after the other until their
 * transaction ends: no fact becomes known at an instant of which somebody has read already.
 */
@ApplicationScoped
public class CityClock {

    private static final String TICK = """
            INSERT INTO network_clock (region, id, ticked_at) VALUES (:region, :id, :now)
            ON CONFLICT (region) DO UPDATE
                SET ticked_at = GREATEST(network_clock.ticked_at + interval '1 microsecond', EXCLUDED.ticked_at)
            RETURNING ticked_at""";

    private static final String DUE = """
            SELECT id FROM network_clock
            WHERE (changed_at IS NOT NULL
                    AND (judged_at IS NULL OR judged_at < changed_at OR judged_by IS DISTINCT FROM :rules)
                OR next_on <= :today)
              AND id <> ALL (:putBack)
            ORDER BY id LIMIT :most""";

    private final Jdbi jdbi;
    private final Clock clock;

    CityClock(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Takes the next instant, and keeps all others of the city from doing so until the transaction ends.
     *
     * @param region the city
     * @return the instant, later than every one taken before
     */
    public Instant tick(String region) {
        return jdbi.withHandle(handle -> handle.createQuery(TICK)
                .bind("region", region)
                .bind("id", Identifiers.next())
                .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .map(Row.to(row -> row.instant("ticked_at")))
                .one());
    }

    void changed(String region, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE network_clock SET changed_at = :at WHERE region = :region")
                .bind("region", region)
                .bind("at", at)
                .execute());
    }

    /**
     * The clocks of the cities whose facts changed since they were judged, that were judged by other rules, or of which a day has come on
     * which that must be done again. There are as many clocks as cities, so that all are looked at.
     *
     * @param today the day
     * @param rules the versions of the rules in force, as {@link #judged} was told of them
     * @param putBack ids that are left out
     * @param most how many at most
     * @return ids
     */
    public List<UUID> due(LocalDate today, String rules, Collection<UUID> putBack, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(DUE)
                .bind("today", today)
                .bind("rules", rules)
                .bindArray("putBack", UUID.class, List.copyOf(putBack))
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /**
     * The city of a clock.
     *
     * @param id id of the clock
     * @return region code of the city
     */
    public String city(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT region FROM network_clock WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    /**
     * The facts of a city were judged.
     *
     * @param region the city
     * @param at as they were known then
     * @param next the day on which it must be done again, or null when nothing begins or ends any more
     * @param rules the versions of the rules by which that was done
     */
    public void judged(String region, Instant at, @Nullable LocalDate next, String rules) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE network_clock SET judged_at = :at, next_on = :next, judged_by = :rules WHERE region = :region")
                .bind("rules", rules)
                .bind("region", region)
                .bind("at", at)
                .bind("next", next)
                .execute());
    }
}
