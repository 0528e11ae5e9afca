package org.finplan.platform.web.security;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Tells the database the caller's regions on every connection that leaves the pool, for the row-level security policies:
 * {@code finplan.read_regions} and {@code finplan.write_regions} hold {@code *} or a comma list of codes, empty for a
 * caller without regions. Inside a transaction the settings end with it.
 */
@ApplicationScoped
class RegionSettings implements AgroalPoolInterceptor {

    private static final String SET =
            "SELECT set_config('finplan.read_regions', ?, ?), set_config('finplan.write_regions', ?, ?)";

    private final RegionScope scope;

    RegionSettings(RegionScope scope) {
        this.scope = scope;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            boolean withTransaction = !connection.getAutoCommit();
            statement.setString(1, scope.readable().setting());
            statement.setBoolean(2, withTransaction);
            statement.setString(3, scope.writable().setting());
            statement.setBoolean(4, withTransaction);
            statement.execute();
        } catch (SQLException e) {
            throw new RegionSettingsException(e);
        }
    }

    /** The connection must not be used, as it may still carry the regions of its user before. */
    private static final class RegionSettingsException extends RuntimeException {

        private RegionSettingsException(SQLException cause) {
            super("cannot tell the database the caller's regions", cause);
        }
    }
}
