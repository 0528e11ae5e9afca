package org.finplan.platform.outbox.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * A lease that this instance may take, renew and give back. It rests on one row and the clock of the database: no session
 * holds it, so none can keep it by hanging.
 */
public final class Lease {

    private static final String TAKE = """
        INSERT INTO lease AS l (name, term, holder, expires_at)
        VALUES (:name, 1, :holder, clock_timestamp() + :millis * interval '1 millisecond')
        ON CONFLICT (name) DO UPDATE
            SET term = l.term + 1, holder = excluded.holder, expires_at = excluded.expires_at
            WHERE l.expires_at <= clock_timestamp()
        RETURNING term\
        """;

    private static final String RENEW = """
        UPDATE lease SET expires_at = clock_timestamp() + :millis * interval '1 millisecond'
        WHERE name = :name AND term = :term AND holder = :holder\
        """;

    private static final String RELEASE =
            "UPDATE lease SET expires_at = clock_timestamp() WHERE name = :name AND term = :term AND holder = :holder";

    private final String name;
    private final Duration life;
    private final UUID holder = Identifiers.next();
    private final LongSupplier nanos;

    /**
     * A lease that nobody has taken here.
     *
     * @param name what it is for
     * @param life how long it lasts when it is not renewed
     */
    public Lease(String name, Duration life) {
        this(name, life, System::nanoTime);
    }

    Lease(String name, Duration life, LongSupplier nanos) {
        this.name = name;
        this.life = life;
        this.nanos = nanos;
    }

    /**
     * Takes the lease when it is free or has run out.
     *
     * @param session a session without an open transaction
     * @return the term; empty when somebody holds the lease
     */
    public Optional<LeaseTerm> take(Handle session) {
        long asked = nanos.getAsLong();
        return session.createQuery(TAKE)
                .bind("name", name)
                .bind("holder", holder)
                .bind("millis", life.toMillis())
                .map(Row.to(row -> new LeaseTerm(name, row.number("term"), holder, nanos, asked + life.toNanos())))
                .findFirst();
    }

    /**
     * Prolongs the lease, in the transaction of the session if it has one; then its row stays locked, and nobody takes
     * the lease before the end of the transaction.
     *
     * @param session a session
     * @param term the present term
     * @throws LeaseLostException when another instance has it
     */
    public void renew(Handle session, LeaseTerm term) {
        long asked = nanos.getAsLong();
        int renewed = bind(session.createUpdate(RENEW), term)
                .bind("millis", life.toMillis())
                .execute();
        if (renewed == 0) {
            throw new LeaseLostException(term);
        }
        renewed(term, asked);
    }

    /**
     * Notes that a statement of the caller's own prolonged the lease.
     *
     * @param term the present term
     * @param asked reading of {@link System#nanoTime} before the statement was sent
     */
    public void renewed(LeaseTerm term, long asked) {
        term.validUntil(asked + life.toNanos());
    }

    /**
     * Gives the lease back before it runs out.
     *
     * @param session a session; when the database fails the lease runs out by itself
     * @param term the present term
     */
    public void release(Handle session, LeaseTerm term) {
        bind(session.createUpdate(RELEASE), term).execute();
        term.validUntil(nanos.getAsLong());
    }

    private static Update bind(Update update, LeaseTerm term) {
        return update.bind("name", term.name()).bind("term", term.number()).bind("holder", term.holder());
    }

    /** {@return how long it lasts when it is not renewed} */
    public Duration life() {
        return life;
    }
}
