package org.finplan.tasks.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.tasks.supervision.SupervisionApi.acknowledged;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.time.BusinessTime;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A matter that cannot be read is put aside for longer and longer; the others go on and the log names it once. */
@FinplanTest
class PutAsideTest {

    private static final Instant NOW =
            BusinessTime.startOf(LocalDate.of(2029, 1, 9)).plus(Duration.ofHours(10));

    @Inject
    LadderWork work;

    @Inject
    LadderBatch batch;

    @Inject
    CalendarWork calendars;

    @Inject
    Jdbi jdbi;

    @Test
    void aDamagedMatterIsPutAsideAndNamedOnce() {
        while (work.turn(NOW) > 0) {
            // What other tests left.
        }
        UUID damaged = UUID.fromString(acknowledged("441225"));
        UUID healthy = UUID.fromString(acknowledged("441225"));
        String ladder = ladder(damaged);
        due(damaged, "{");
        due(healthy, ladder);
        Queue<LogRecord> lines = new ConcurrentLinkedQueue<>();
        Handler heard = heard(lines);
        Logger logger = Logger.getLogger(PutAside.class.getName());
        logger.addHandler(heard);
        try {
            for (int minute = 0; minute < 30; minute++) {
                Instant now = NOW.plus(Duration.ofMinutes(minute));
                while (work.turn(now) > 0) {
                    // Until nothing is due but what waits.
                }
            }
        } finally {
            logger.removeHandler(heard);
        }
        assertThat(lines).hasSize(1);
        assertThat(lines.peek().getThrown()).isNotNull();
        // At 0, 1, 3, 7 and 15 minutes: twice as long after each failure.
        assertThat(failures(damaged)).isEqualTo(5);
        assertThat(failures(healthy)).isZero();
        assertThat(steps(healthy)).isPositive();
        work.perform();
        assertThat(RestAssured.get("/q/health/ready")
                        .jsonPath()
                        .getInt("checks.find { it.name == 'supervision' }.data.mattersPutAside"))
                .isPositive();

        due(damaged, ladder);
        Instant mended = NOW.plus(Duration.ofMinutes(31));
        assertThat(batch.take(mended)).isEqualTo(1);
        assertThat(failures(damaged)).isZero();
        work.perform();
        assertThat(work.putAside()).isZero();
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE supervision_climb SET next_on = NULL WHERE supervision IN (?, ?)", damaged, healthy));
    }

    /** What the database refuses makes the whole batch fail: its matters follow one by one. */
    @Test
    void whatABatchCannotDoIsDoneOneByOne() {
        while (work.turn(NOW) > 0) {
            // What other tests left.
        }
        UUID damaged = UUID.fromString(acknowledged("441226"));
        UUID healthy = UUID.fromString(acknowledged("441226"));
        String ladder = ladder(damaged);
        due(damaged, ladder.replace("\"overdue-1\"", "\"overdue-1\\u0000\""));
        due(healthy, ladder);
        assertThat(work.turn(NOW)).isEqualTo(2);
        assertThat(work.turn(NOW)).isZero();
        assertThat(steps(healthy)).isPositive();
        assertThat(steps(damaged)).isZero();
        assertThat(failures(damaged)).isEqualTo(1);
        due(damaged, ladder);
        assertThat(batch.take(NOW.plus(Duration.ofMinutes(2)))).isEqualTo(1);
        assertThat(steps(damaged)).isPositive();
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE supervision_climb SET next_on = NULL WHERE supervision IN (?, ?)", damaged, healthy));
    }

    @Test
    void aChangedCalendarGoesPastWhatIsDamaged() {
        UUID damaged = UUID.fromString(acknowledged("441224"));
        UUID healthy = UUID.fromString(acknowledged("441224"));
        String ladder = ladder(damaged);
        jdbi.useHandle(handle -> {
            handle.execute("UPDATE supervision SET calendar = 'another' WHERE id IN (?, ?)", damaged, healthy);
            handle.execute("UPDATE supervision SET ladder = '{' WHERE id = ?", damaged);
        });
        calendars.perform();
        assertThat(calendar(healthy)).isNotEqualTo("another");
        assertThat(calendar(damaged)).isEqualTo("another");
        assertThat(failures(damaged)).isEqualTo(1);
        jdbi.useHandle(handle -> {
            handle.execute("UPDATE supervision SET ladder = ? WHERE id = ?", ladder, damaged);
            handle.execute(
                    "UPDATE supervision_climb SET failures = 0, aside_until = NULL WHERE supervision = ?", damaged);
        });
        calendars.perform();
        assertThat(calendar(damaged)).isNotEqualTo("another");
    }

    private String calendar(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT calendar FROM supervision WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    private static Handler heard(Queue<LogRecord> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                    lines.add(line);
                }
            }

            @Override
            public void flush() {
                // Each line is here as soon as it is published.
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        };
    }

    private String ladder(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT ladder FROM supervision WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    /** Due so late that the loops of the running service, whose clock is not moved, leave it alone. */
    private void due(UUID id, String ladder) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        WITH due AS (
                            UPDATE supervision_climb SET next_on = DATE '2029-01-08' WHERE supervision = :id)
                        UPDATE supervision SET current_due = DATE '2028-12-29', limit_days = NULL,
                            limit_due = DATE '2028-12-29', ladder = :ladder
                        WHERE id = :id""").bind("id", id).bind("ladder", ladder).execute());
    }

    private int failures(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT failures FROM supervision_climb WHERE supervision = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one());
    }

    private long steps(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM supervision_step WHERE supervision = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one());
    }
}
