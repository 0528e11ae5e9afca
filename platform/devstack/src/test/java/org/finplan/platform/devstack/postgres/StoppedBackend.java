package org.finplan.platform.devstack.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The process of a connection, stopped as a debugger or a machine out of memory may stop it. */
public final class StoppedBackend {

    private StoppedBackend() {}

    /**
     * Stops the process that serves a connection (SIGSTOP).
     *
     * @param connection an open connection
     * @return the process
     */
    public static ProcessHandle stop(Connection connection) throws SQLException, IOException, InterruptedException {
        long process = processOf(connection);
        new ProcessBuilder("kill", "-STOP", Long.toString(process)).start().waitFor();
        return ProcessHandle.of(process).orElseThrow();
    }

    static long processOf(Connection connection) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
