package org.finplan.indicators.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/**
 * The instant at which a transaction records: one for all that it stores, so that no reader of an instant meets half of it.
 * It is the database's time, the same for every instance, taken when it is first asked for; ask under the lock of the series,
 * see {@link SeriesLock}, so that the versions of a figure follow each other in time as in number.
 *
 * <p>From then to its end the transaction holds a shared advisory lock whose number is a millisecond no later than the instant:
 * {@link SettledTime} sees in the list of locks which instants may still gain something.
 */
@ApplicationScoped
public class RecordingTime {

    /** After every recording: what is read as known then is the newest that is committed, whatever clocks say. */
    public static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /** Upper half of the first number of the lock: the letters F and P; below it the milliseconds since 1970. */
    static final int LOCKS = 0x4650;

    private static final String BEGIN = """
            WITH begun AS MATERIALIZED (
                SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) - 1 AS millis),
            held AS MATERIALIZED (
                SELECT CAST(pg_advisory_xact_lock_shared(
                    CAST((%d << 16) + (millis >> 32) AS integer),
                    CAST(CAST(millis AS bit(32)) AS integer)) AS text) AS lock
                FROM begun)
            SELECT clock_timestamp() AS now FROM held
            """.formatted(LOCKS);

    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transactions;

    RecordingTime(Jdbi jdbi, TransactionSynchronizationRegistry transactions) {
        this.jdbi = jdbi;
        this.transactions = transactions;
    }

    /** {@return the instant of the present transaction, in microseconds} */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant now() {
        Instant taken = (Instant) transactions.getResource(RecordingTime.class);
        if (taken == null) {
            taken = jdbi.withHandle(handle -> handle.createQuery(BEGIN)
                    .map(Row.to(row -> row.instant("now")))
                    .one());
            transactions.putResource(RecordingTime.class, taken);
        }
        return taken;
    }
}
