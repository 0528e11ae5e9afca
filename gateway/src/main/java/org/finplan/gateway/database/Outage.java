package org.finplan.gateway.database;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that is away from one that refuses what it is asked (SQLSTATE classes of PostgreSQL, appendix A). */
final class Outage {

    /** Connection exception, insufficient resources, operator intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private Outage() {}

    static boolean is(SQLException failure) {
        String state = failure.getSQLState();
        // The pool has no state for "no connection in time".
        return state == null || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
