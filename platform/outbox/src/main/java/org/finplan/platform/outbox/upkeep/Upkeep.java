package org.finplan.platform.outbox.upkeep;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the tables of the outbox small and says how they are: deletes published events and inbox rows that are old, in
 * small portions, and measures what waits. Several nodes may do so at once.
 */
public final class Upkeep {

    private static final int PORTION = 5_000;

    private static final String DELETE_PUBLISHED = """
        WITH oldest AS (SELECT position, published_at FROM outbox WHERE position > :after ORDER BY position LIMIT :portion),
        gone AS (
            DELETE FROM outbox o USING oldest
            WHERE o.position = oldest.position AND oldest.published_at < :limit
            RETURNING 1)
        SELECT (SELECT count(*) FROM gone) AS deleted, (SELECT max(position) FROM oldest) AS last,
            (SELECT coalesce(bool_or(published_at >= :limit), false) FROM oldest) AS reached_younger\
        """;

    private static final String DELETE_RECEIVED = """
        DELETE FROM inbox WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM inbox
            WHERE consumer = :consumer AND event_id < :before AND received_at < :limit
            ORDER BY event_id LIMIT :portion))\
        """;

    private static final String MEASURE = """
        SELECT (SELECT count(*) FROM (SELECT FROM outbox WHERE published_at IS NULL LIMIT 100000) AS waiting) AS unpublished,
            coalesce((SELECT extract(epoch FROM clock_timestamp() - occurred_at) FROM outbox
                WHERE published_at IS NULL ORDER BY position LIMIT 1), 0)::bigint AS oldest,
            (SELECT count(*) FROM outbox_parked) AS parked,
            (SELECT count(*) FROM dead_letter WHERE state = 'failed') AS dead_letters,
            (SELECT count(*) FROM waiting_aggregate) AS waiting\
        """;

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile Measured measured = new Measured(0, 0, 0, 0, 0);

    /**
     * Upkeep of the tables of one service.
     *
     * @param jdbi its database, outside of any transaction
     * @param clock what time it is
     * @param meters receives the gauges
     */
    public Upkeep(Jdbi jdbi, Clock clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.clock = clock;
        meters.gauge("finplan.outbox.unpublished", this, upkeep -> upkeep.measured.unpublished());
        meters.gauge("finplan.outbox.oldest.seconds", this, upkeep -> upkeep.measured.oldest());
        meters.gauge("finplan.outbox.parked.aggregates", this, upkeep -> upkeep.measured.parked());
        meters.gauge("finplan.consumer.dead.letters", this, upkeep -> upkeep.measured.deadLetters());
        meters.gauge("finplan.consumer.waiting.aggregates", this, upkeep -> upkeep.measured.waiting());
    }

    /** {@return how long the oldest unpublished event had waited at the last {@link #measure}; 0 when none waits} */
    public long oldestUnpublishedSeconds() {
        return measured.oldest();
    }

    /**
     * Deletes events that were published long ago. Reads from the oldest on and stops at the first portion that holds a
     * younger one, so that its cost does not grow with the table.
     *
     * @param retention how long published events stay
     * @return how many were deleted
     */
    public long deletePublished(Duration retention) {
        Instant limit = clock.instant().minus(retention);
        long deleted = 0;
        Portion portion = new Portion(0, 0L, false);
        while (portion.last() != null && !portion.reachedYounger()) {
            portion = deletePublished(portion.last(), limit);
            deleted += portion.deleted();
        }
        return deleted;
    }

    private Portion deletePublished(long after, Instant limit) {
        return jdbi.withHandle(handle -> handle.createQuery(DELETE_PUBLISHED)
                .bind("after", after)
                .bind("portion", PORTION)
                .bind("limit", limit)
                .map(Row.to(row ->
                        new Portion(row.number("deleted"), row.numberOrNull("last"), row.flag("reached_younger"))))
                .one());
    }

    /** What a portion of the outbox was: how many rows went, its last position, whether it held a younger row. */
    private record Portion(long deleted, Long last, boolean reachedYounger) {}

    /**
     * Forgets events that took effect long ago. Their ids begin with the time they were made, so that the primary key
     * finds them.
     *
     * @param consumer name of the consumer
     * @param retention how long the inbox remembers
     * @return how many were deleted
     */
    public long deleteReceived(String consumer, Duration retention) {
        Instant limit = clock.instant().minus(retention);
        long deleted = 0;
        int last = PORTION;
        while (last == PORTION) {
            last = jdbi.withHandle(handle -> handle.createUpdate(DELETE_RECEIVED)
                    .bind("consumer", consumer)
                    .bind("before", new UUID(limit.toEpochMilli() << 16, 0))
                    .bind("limit", limit)
                    .bind("portion", PORTION)
                    .execute());
            deleted += last;
        }
        return deleted;
    }

    /** Measures what waits. */
    public void measure() {
        measured = jdbi.withHandle(handle -> handle.createQuery(MEASURE)
                .map(Row.to(row -> new Measured(
                        row.number("unpublished"),
                        row.number("oldest"),
                        row.number("parked"),
                        row.number("dead_letters"),
                        row.number("waiting"))))
                .one());
    }

    /** What waited at a time; the age of the oldest unpublished event is in seconds. */
    private record Measured(long unpublished, long oldest, long parked, long deadLetters, long waiting) {}
}
