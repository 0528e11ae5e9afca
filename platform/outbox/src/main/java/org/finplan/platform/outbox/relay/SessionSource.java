package org.finplan.platform.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens sessions with the database that belong to the relay alone: what it closes ends, on PostgreSQL's side too. */
@FunctionalInterface
public interface SessionSource {

    /**
     * Opens a session, never one of a pool: a pool would take it back with its settings, or lose it.
     *
     * @return a connection in auto-commit mode
     * @throws SQLException when the database is unavailable
     */
    Connection open() throws SQLException;
}
