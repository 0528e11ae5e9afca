package org.finplan.platform.web.security;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Tells the database the caller's regions on every connection that leaves the pool, for the row-level security policies:
 * {@code finplan.read_regions} and {@code finplan.write_regions} hold {@code *} or a comma list of codes, empty for a
 * caller without regions. Inside a transaction the settings end with it. Outside they stay with the connection, which is
 * not told again what it was told last.
 */
@ApplicationScoped
class RegionSettings implements AgroalPoolInterceptor {

    private static final String SET =
            "SELECT set_config('finplan.read_regions', ?, ?), set_config('finplan.write_regions', ?, ?)";

    private final RegionScope scope;
    /** What each connection was told outside a transaction; a transaction brings it back when it ends. */
    private final Map<Connection, Settings> told = Collections.synchronizedMap(new WeakHashMap<>());

    private record Settings(String readable, String writable) {}

    RegionSettings(RegionScope scope) {
        this.scope = scope;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Settings settings =
                new Settings(scope.readable().setting(), scope.writable().setting());
        try {
            if (!connection.getAutoCommit()) {
                set(connection, settings, true);
            } else if (!settings.equals(told.get(connection))) {
                told.remove(connection);
                set(connection, settings, false);
                told.put(connection, settings);
            }
        } catch (SQLException e) {
            throw new RegionSettingsException(e);
        }
    }

    private static void set(Connection connection, Settings settings, boolean untilTransactionEnds)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setString(1, settings.readable());
            statement.setBoolean(2, untilTransactionEnds);
            statement.setString(3, settings.writable());
            statement.setBoolean(4, untilTransactionEnds);
            statement.execute();
        }
    }

    /** The connection must not be used, as it may still carry the regions of its user before. */
    private static final class RegionSettingsException extends RuntimeException {

        private RegionSettingsException(SQLException cause) {
            super("cannot tell the database the caller's regions", cause);
        }
    }
}
