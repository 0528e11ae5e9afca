package org.finplan.platform.outbox.upkeep;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Keeps the tables of the outbox small and says how they are: deletes published events and inbox rows that are old, in
 * small portions, and measures what waits. Several nodes may do so at once.
 */
public final class Upkeep {

    private static final int PORTION = 5_000;

    private static final String DELETE_PUBLISHED = """
            WITH oldest AS (SELECT position, published_at FROM outbox WHERE position > ? ORDER BY position LIMIT ?),
            gone AS (
                DELETE FROM outbox o USING oldest
                WHERE o.position = oldest.position AND oldest.published_at < ?
                RETURNING 1)
            SELECT (SELECT count(*) FROM gone), (SELECT max(position) FROM oldest),
                (SELECT bool_or(published_at >= ?) FROM oldest)""";

    private static final String DELETE_RECEIVED = """
            DELETE FROM inbox WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM inbox
                WHERE consumer = ? AND event_id < ? AND received_at < ?
                ORDER BY event_id LIMIT ?))""";

    private static final String MEASURE = """
            SELECT (SELECT count(*) FROM (SELECT FROM outbox WHERE published_at IS NULL LIMIT 100000) AS waiting),
                coalesce((SELECT extract(epoch FROM clock_timestamp() - occurred_at) FROM outbox
                    WHERE published_at IS NULL ORDER BY position LIMIT 1), 0)::bigint,
                (SELECT count(*) FROM outbox_parked),
                (SELECT count(*) FROM dead_letter WHERE state = 'failed'),
                (SELECT count(*) FROM waiting_aggregate)""";

    private final DataSource dataSource;
    private final Clock clock;
    private final AtomicLong unpublished = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final AtomicLong deadLetters = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();

    /**
     * Upkeep of the tables of one service.
     *
     * @param dataSource its database, outside of any transaction
     * @param clock what time it is
     * @param meters receives the gauges
     */
    public Upkeep(DataSource dataSource, Clock clock, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.clock = clock;
        meters.gauge("finplan.outbox.unpublished", unpublished);
        meters.gauge("finplan.outbox.oldest.seconds", oldest);
        meters.gauge("finplan.outbox.parked.aggregates", parked);
        meters.gauge("finplan.consumer.dead.letters", deadLetters);
        meters.gauge("finplan.consumer.waiting.aggregates", waiting);
    }

    /** {@return how long the oldest unpublished event had waited at the last {@link #measure}; 0 when none waits} */
    public long oldestUnpublishedSeconds() {
        return oldest.get();
    }

    /**
     * Deletes events that were published long ago. Reads from the oldest on and stops at the first portion that holds a
     * younger one, so that its cost does not grow with the table.
     *
     * @param retention how long published events stay
     * @return how many were deleted
     * @throws SQLException when the database fails
     */
    public long deletePublished(Duration retention) throws SQLException {
        Instant limit = clock.instant().minus(retention);
        long deleted = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(DELETE_PUBLISHED)) {
            long after = 0;
            boolean more = true;
            while (more) {
                statement.setLong(1, after);
                statement.setInt(2, PORTION);
                statement.setObject(3, limit.atOffset(ZoneOffset.UTC));
                statement.setObject(4, limit.atOffset(ZoneOffset.UTC));
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    deleted += rows.getLong(1);
                    after = rows.getLong(2);
                    more = !rows.wasNull() && !rows.getBoolean(3);
                }
            }
        }
        return deleted;
    }

    /**
     * Forgets events that took effect long ago. Their ids begin with the time they were made, so that the primary key
     * finds them.
     *
     * @param consumer name of the consumer
     * @param retention how long the inbox remembers
     * @return how many were deleted
     * @throws SQLException when the database fails
     */
    public long deleteReceived(String consumer, Duration retention) throws SQLException {
        Instant limit = clock.instant().minus(retention);
        long deleted = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(DELETE_RECEIVED)) {
            statement.setString(1, consumer);
            statement.setObject(2, new UUID(limit.toEpochMilli() << 16, 0));
            statement.setObject(3, limit.atOffset(ZoneOffset.UTC));
            statement.setInt(4, PORTION);
            int last = PORTION;
            while (last == PORTION) {
                last = statement.executeUpdate();
                deleted += last;
            }
        }
        return deleted;
    }

    /**
     * Measures what waits.
     *
     * @throws SQLException when the database fails
     */
    public void measure() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MEASURE)) {
            row.next();
            unpublished.set(row.getLong(1));
            oldest.set(row.getLong(2));
            parked.set(row.getLong(3));
            deadLetters.set(row.getLong(4));
            waiting.set(row.getLong(5));
        }
    }
}
