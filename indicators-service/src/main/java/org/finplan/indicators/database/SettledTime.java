package org.finplan.indicators.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.sql.Row;
import org.finplan.platform.web.time.AsOf;
import org.jdbi.v3.core.Jdbi;

/**
 * Which instants are settled: everything that was or will be recorded at them is committed, so that what is read as known at one
 * of them is the same for ever. A transaction that records holds a lock with its time, see {@link RecordingTime}.
 */
@ApplicationScoped
public class SettledTime {

    /** How long a reader waits for the transactions that record at its instant, or for the instant to come. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    /** The time is taken before the locks are looked at: who takes one later records later. */
    private static final String SETTLED = """
            WITH begun AS MATERIALIZED (SELECT clock_timestamp() AS now)
            SELECT least(now, (
                SELECT to_timestamp(min((CAST(CAST(classid AS bigint) & 65535 AS numeric) * 4294967296
                    + CAST(objid AS bigint)) / 1000.0))
                FROM pg_locks
                WHERE locktype = 'advisory' AND objsubid = 2 AND CAST(classid AS bigint) >> 16 = %d
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())))
                - interval '1 microsecond' AS settled
            FROM begun
            """.formatted(RecordingTime.LOCKS);

    private final Jdbi jdbi;
    private final Clock clock;
    /** The newest that was met here. What is settled stays so, and a read of the past needs no round trip to know it. */
    private final AtomicReference<Instant> known = new AtomicReference<>(Instant.MIN);

    SettledTime(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** {@return the newest settled instant} */
    public Instant latest() {
        Instant latest = jdbi.withHandle(handle -> handle.createQuery(SETTLED)
                .map(Row.to(row -> row.instant("settled")))
                .one());
        known.accumulateAndGet(latest, (one, other) -> one.isAfter(other) ? one : other);
        return latest;
    }

    /**
     * The instant that a read is about.
     *
     * @param asOf the one that was asked for, or none for what is known now
     * @return the instant; when one was asked for it is settled, after a short wait at most
     * @throws ProblemException 400 when it is to come, or when what is recorded at it takes longer to be committed; it names the
     *     newest settled instant
     */
    public Instant of(AsOf asOf) {
        return of(asOf, clock::instant);
    }

    /**
     * The instant that a read is about.
     *
     * @param asOf the one that was asked for, or none
     * @param otherwise what is meant when none was
     * @return the instant, otherwise as {@link #of(AsOf)}
     */
    public Instant of(AsOf asOf, Supplier<Instant> otherwise) {
        return asOf.instant().map(this::settled).orElseGet(otherwise);
    }

    private Instant settled(Instant asked) {
        if (!asked.isAfter(known.get())) {
            return asked;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean far = asked.isAfter(clock.instant().plus(PATIENCE));
        Instant latest = latest();
        while (asked.isAfter(latest)) {
            if (far || System.nanoTime() > deadline) {
                throw notSettled(asked, latest);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            latest = latest();
        }
        return asked;
    }

    private static ProblemException notSettled(Instant asked, Instant latest) {
        LocalizedText text = new LocalizedText(
                "该时刻的数据尚未确定（时刻未到，或当时开始的写入尚未提交）；最近的确定时刻为 " + latest + "。",
                "What is known at this instant is not settled: it is to come, or a write that began by then is not committed;"
                        + " the newest settled instant is " + latest + ".");
        return new ProblemException(
                WebError.INVALID_PARAMETER,
                text,
                List.of(new ProblemError(
                        "?asOf", asked.toString(), WebError.INVALID_PARAMETER.code(), text, List.of(".." + latest))));
    }
}
