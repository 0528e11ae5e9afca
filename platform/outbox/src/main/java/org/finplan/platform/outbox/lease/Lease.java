package org.finplan.platform.outbox.lease;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.finplan.platform.identifier.Identifiers;

/**
 * A lease that this instance may take, renew and give back. It rests on one row and the clock of the database: no session
 * holds it, so none can keep it by hanging.
 */
public final class Lease {

    private static final String TAKE = """
            INSERT INTO lease AS l (name, term, holder, expires_at)
            VALUES (?, 1, ?, clock_timestamp() + ? * interval '1 millisecond')
            ON CONFLICT (name) DO UPDATE
                SET term = l.term + 1, holder = excluded.holder, expires_at = excluded.expires_at
                WHERE l.expires_at <= clock_timestamp()
            RETURNING term""";

    private static final String RENEW = """
            UPDATE lease SET expires_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE name = ? AND term = ? AND holder = ?""";

    private static final String RELEASE =
            "UPDATE lease SET expires_at = clock_timestamp() WHERE name = ? AND term = ? AND holder = ?";

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
     * @param connection a connection without an open transaction
     * @return the term; empty when somebody holds the lease
     * @throws SQLException when the database fails
     */
    public Optional<LeaseTerm> take(Connection connection) throws SQLException {
        long asked = nanos.getAsLong();
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, name);
            statement.setObject(2, holder);
            statement.setLong(3, life.toMillis());
            try (ResultSet taken = statement.executeQuery()) {
                return taken.next()
                        ? Optional.of(new LeaseTerm(name, taken.getLong(1), holder, nanos, asked + life.toNanos()))
                        : Optional.empty();
            }
        }
    }

    /**
     * Prolongs the lease, in the transaction of the connection if it has one; then its row stays locked, and nobody takes
     * the lease before the end of the transaction.
     *
     * @param connection a connection
     * @param term the present term
     * @throws LeaseLostException when another instance has it
     * @throws SQLException when the database fails
     */
    public void renew(Connection connection, LeaseTerm term) throws SQLException {
        long asked = nanos.getAsLong();
        try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
            statement.setLong(1, life.toMillis());
            statement.setString(2, term.name());
            statement.setLong(3, term.number());
            statement.setObject(4, term.holder());
            if (statement.executeUpdate() == 0) {
                throw new LeaseLostException(term);
            }
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
     * @param connection a connection
     * @param term the present term
     * @throws SQLException when the database fails; then the lease runs out by itself
     */
    public void release(Connection connection, LeaseTerm term) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            statement.setString(1, term.name());
            statement.setLong(2, term.number());
            statement.setObject(3, term.holder());
            statement.executeUpdate();
        }
        term.validUntil(nanos.getAsLong());
    }

    /** {@return how long it lasts when it is not renewed} */
    public Duration life() {
        return life;
    }
}
