package org.finplan.platform.web.failure;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells a database that is away, or busy for the moment, from a statement that is wrong. */
final class Outage {

    private static final String CONNECTION = "08";
    private static final Set<String> STATES = Set.of(
            "53300", // too many connections
            "57P01", // shut down by the administrator
            "57P02", // shut down after a crash
            "57P03", // still starting
            "57014", // cancelled, such as by a statement timeout
            "55P03", // lock not available in time
            "40001", // could not serialise
            "40P01"); // deadlock

    private Outage() {}

    static boolean isOne(Throwable thrown) {
        return Causes.any(thrown, cause -> cause instanceof SQLException e && isOutage(e));
    }

    private static boolean isOutage(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            // The pool gives no state when no connection comes free in time.
            return e instanceof SQLTransientException
                    || e instanceof SQLNonTransientConnectionException
                    || String.valueOf(e.getMessage()).contains("cquisition timeout");
        }
        return state.startsWith(CONNECTION) || STATES.contains(state);
    }
}
