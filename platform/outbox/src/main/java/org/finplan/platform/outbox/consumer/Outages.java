package org.finplan.platform.outbox.consumer;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** Tells a handler that fails from a database that is away: the latter is waited out and never makes a dead letter. */
final class Outages {

    /** Serialization failure and deadlock: the same work may succeed as it is. */
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");
    /** Shutting down, starting up, read-only after a failover. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "25006");

    private final Transactions transactions;

    Outages(Transactions transactions) {
        this.transactions = transactions;
    }

    boolean explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql.getSQLState())) {
                return true;
            }
        }
        return !databaseAnswers();
    }

    private static boolean isOutage(String state) {
        // 08: connection, 53: out of disk, memory or connections.
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || AWAY.contains(state)
                        || TRY_AGAIN.contains(state));
    }

    private static boolean answers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        }
    }

    private boolean databaseAnswers() {
        try {
            return transactions.call(Outages::answers);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }
}
