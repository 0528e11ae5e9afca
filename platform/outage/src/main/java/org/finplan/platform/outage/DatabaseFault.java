package org.finplan.platform.outage;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a failure of the database means, by its SQLSTATE (PostgreSQL, appendix A). The one table of the suite: an answer of
 * 503 or 500, a retry or a dead letter, follow from it.
 */
public enum DatabaseFault {
    /** The disk is full: reads work, writes do not until somebody makes room. */
    FULL(true),
    /** It cannot be reached, starts, stops, was switched to reading only, or gave up the session. */
    UNAVAILABLE(true),
    /** It has too much to do, or another transaction was in the way: the same work may succeed as it is. */
    BUSY(true),
    /** The statement or its data is wrong: trying again does not help. */
    WRONG(false);

    private static final Map<String, DatabaseFault> BY_STATE = Map.ofEntries(
            Map.entry("53100", FULL), // disk full
            Map.entry("53000", BUSY), // insufficient resources
            Map.entry("53200", BUSY), // out of memory
            Map.entry("53300", BUSY), // too many connections
            Map.entry("53400", BUSY), // a configured limit
            Map.entry("57014", BUSY), // cancelled, such as by a statement timeout
            Map.entry("55P03", BUSY), // lock not available in time
            Map.entry("40001", BUSY), // could not serialise
            Map.entry("40P01", BUSY), // deadlock
            Map.entry("25P04", BUSY), // transaction timeout
            Map.entry("25P03", UNAVAILABLE), // ended the session, which stood still within a transaction
            Map.entry("57P05", UNAVAILABLE), // ended the session, which was idle
            Map.entry("57P01", UNAVAILABLE), // shut down by the administrator
            Map.entry("57P02", UNAVAILABLE), // shut down after a crash
            Map.entry("57P03", UNAVAILABLE), // starts
            Map.entry("25006", UNAVAILABLE), // read only, such as after a failover
            Map.entry("58000", UNAVAILABLE), // error of the system around it
            Map.entry("58030", UNAVAILABLE)); // input or output failed

    /** Connection exceptions, all of them. */
    private static final String CONNECTION = "08";

    /**
     * The pool and the transaction manager have no SQLSTATE for a connection that they cannot hand out, or that broke within
     * a transaction (Agroal 3.0.1, {@code ConnectionPool} and {@code NarayanaTransactionIntegration}).
     */
    private static final List<String> OF_THE_POOL = List.of(
            "cquisition timeout",
            "Interrupted while acquiring",
            "Exception while creating new connection",
            "pool is shutting down",
            "pool is closed",
            "association of connection to existing transaction",
            "Failed to enlist",
            "Unable to enlist",
            "transaction has rolled back",
            "transaction has been rolled back",
            "Enlisted connection used without active transaction");

    private final boolean passes;

    DatabaseFault(boolean passes) {
        this.passes = passes;
    }

    /** {@return whether the same work may succeed later without anybody changing it} */
    public boolean passes() {
        return passes;
    }

    /**
     * Finds what an exception says of the database. Frameworks wrap, a failed commit suppresses, a batch chains: of all that
     * is in it, the first meaning in the order of this enumeration counts.
     *
     * @param thrown any exception, or null
     * @return the meaning; empty when no database is to blame
     */
    public static Optional<DatabaseFault> of(Throwable thrown) {
        return Optional.ofNullable(first(thrown, Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    /**
     * Whether an exception says that waiting helps.
     *
     * @param thrown any exception, or null
     * @return whether the database is to blame and the same work may succeed later
     */
    public static boolean passes(Throwable thrown) {
        return of(thrown).filter(DatabaseFault::passes).isPresent();
    }

    private static DatabaseFault first(Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return null;
        }
        DatabaseFault found = first(thrown.getCause(), seen);
        if (thrown instanceof SQLException failure) {
            found = earlier(found, earlier(meaning(failure), first(failure.getNextException(), seen)));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            found = earlier(found, first(suppressed, seen));
        }
        return found;
    }

    private static DatabaseFault earlier(DatabaseFault one, DatabaseFault other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static DatabaseFault meaning(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return isOfThePool(failure) ? UNAVAILABLE : WRONG;
        }
        return state.startsWith(CONNECTION) ? UNAVAILABLE : BY_STATE.getOrDefault(state, WRONG);
    }

    private static boolean isOfThePool(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof SQLTransientException
                || failure instanceof SQLNonTransientConnectionException
                || OF_THE_POOL.stream().anyMatch(message::contains);
    }
}
